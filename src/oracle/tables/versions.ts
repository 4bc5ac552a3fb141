import growthFile from '../../../oracle/recordings/growth.json' with { type: 'json' };
import startupFile from '../../../oracle/recordings/startup.json' with { type: 'json' };
import { recordedProcess, releaseOf, releases, type Release } from '../processes.ts';
import { readRecording } from '../recording.ts';
import { neighbours, span } from './neighbours.ts';
import { column, from, words, type Cell, type RecordedTable } from './table.ts';

/** The five levels of summaries, in bytes. */
const summaryBytes = [17, 20, 23, 26, 29].reduce((sum, shift) => sum + 2 ** shift, 0);
const pageBytes = 4096;
const fixedBase = '0xc000000000';

/** What a release's layout is known by, and its VIRT in KiB. */
interface Layout { readonly release: Release; readonly virt: number; readonly base: Cell; readonly stepMiB: number; readonly heapArenaKiB: number; readonly indexMiB: number }

/** The smallest step by which the heap's writable mapping grew, in MiB. */
function stepOf(stages: readonly { readonly heapRwKiB: number }[]): number {
  const steps = stages.map(({ heapRwKiB }, i) => heapRwKiB - (stages[i - 1]?.heapRwKiB ?? 0)).slice(1).filter((step) => step > 0);
  return Math.min(...steps) / 1024;
}

/** What is reserved wherever the kernel likes, beyond the summaries: the scavenge index, in MiB. */
function indexOf(calls: readonly { readonly hint: string; readonly how: string; readonly bytes: number }[]): number {
  const reserved = calls.filter(({ hint, how }) => hint === 'NULL' && how === 'PROT_NONE').reduce((sum, { bytes }) => sum + bytes, 0);
  return (reserved - summaryBytes) / 2 ** 20;
}

function layouts(): readonly Layout[] {
  const growth = readRecording('growth@1', growthFile).rows;
  const startup = readRecording('startup@1', startupFile).rows;
  return releases.map((release) => {
    const { stages, naturalStart } = growth.find(({ go }) => releaseOf(go) === release)!;
    const { calls, heapArenaBytes } = startup.find(({ go }) => releaseOf(go) === release)!;
    return {
      release,
      virt: recordedProcess(release).status['VmSize']!,
      base: naturalStart === fixedBase ? fixedBase : words('random', '随机'),
      stepMiB: stepOf(stages),
      heapArenaKiB: (Math.ceil(heapArenaBytes / pageBytes) * pageBytes) / 1024,
      indexMiB: indexOf(calls),
    };
  });
}

const layoutKey = ({ base, stepMiB, heapArenaKiB, indexMiB }: Layout): string => JSON.stringify([base, stepMiB, heapArenaKiB, indexMiB]);

function rowOf(group: readonly Layout[]): readonly Cell[] {
  const [first, last] = [group[0]!, group.at(-1)!];
  return [span(group.map(({ release }) => release)), Math.round(last.virt / 1024), first.base, first.stepMiB, first.heapArenaKiB, first.indexMiB || '–'];
}

/** What each Go version's map is known by. */
export function versions(): RecordedTable {
  return {
    caption: words('Small Go programs since 1.15. VIRT is that of the newest version of a row.', 'Go 1.15 以来的小程序。VIRT 取该行最新版本的值。'),
    columns: [
      column('words', 'Go', 'Go'),
      column('number', 'VIRT, MiB', 'VIRT，MiB'),
      column('code', 'heap starts at', '堆的起点'),
      column('number', 'mapped in steps of, MiB', '每次映射，MiB'),
      column('number', 'heapArena per 64 MiB, KiB', '每 64 MiB 的 heapArena，KiB'),
      column('number', 'scavenge index reserved, MiB', '保留的 scavenge 索引，MiB'),
    ],
    rows: neighbours(layouts(), layoutKey).map(rowOf),
    from: from(readRecording('growth@1', growthFile), 'growth.json', 'startup.json', 'processes'),
  };
}
