import always from '../../../oracle/recordings/always/huge-page.json' with { type: 'json' };
import hugePage from '../../../oracle/recordings/huge-page.json' with { type: 'json' };
import ulimit from '../../../oracle/recordings/ulimit.json' with { type: 'json' };
import workingSet from '../../../oracle/recordings/working-set.json' with { type: 'json' };
import { readRecording } from '../recording.ts';
import { counted, kib, mib, type Facts } from './fact.ts';

const limits = () => readRecording('ulimit@1', ulimit).rows;

/** The limits that begin or end a stretch in which the program ran, lowest first, in KiB. */
function edges(): readonly number[] {
  return limits().filter(({ outcome }, i, all) => (outcome === 'runs') !== (all[i - 1]?.outcome === 'runs')).map(({ limitKiB }) => limitKiB);
}

/** The row that was run often enough to see chance. */
const often = () => limits().reduce((most, row) => (row.of > most.of ? row : most));

/** RSS of the touched page, in KiB, under a piece of advice; huge pages are for who asks, or for everybody. */
const touched = (op: string, file: unknown = hugePage): number => readRecording('touch@1', file).rows.find((row) => row.op === op && row.pages === 1)!.rssKiB;

/** The cgroup after the file was read `times` times. */
const afterReading = (times: number) => readRecording('working-set@1', workingSet).rows.filter(({ op }) => op.startsWith('read')).at(times - 1)!;

/** What limits, cgroups and huge pages do to a process. */
export const limitFacts: Facts = {
  'runs-first': () => kib(edges()[0]!),
  'runs-until': () => kib(edges()[1]!),
  'runs-again': () => kib(edges()[2]!),
  'runs-of': () => counted(often().of),
  'runs-not': () => counted(often().of - often().agreed),
  'chance-limit': () => kib(often().limitKiB),
  'small-page': () => kib(touched('plain')),
  'huge-page': () => kib(touched('MADV_HUGEPAGE')),
  'always-page': () => kib(touched('plain', always)),
  'read-once': () => mib(afterReading(1).workingSet),
  'read-twice': () => mib(afterReading(2).workingSet),
  'read-rss': () => mib(afterReading(2).vmRSSKiB),
};
