import { chunkBytes, levelShift, type MergedLine, type ScavengeIndex, type SummaryPart } from '../../engine/memory/summaries.ts';
import { firstChunkKiB, highestHeap, SummaryMachine, type Reservation, type StartGo, type SummaryAnswer, type SummaryEvent, type SummaryPicture } from '../../engine/memory/summary-machine.ts';
import { formatAddress, formatBytes, formatNumber, type Quantity } from '../../i18n/quantity.ts';
import { address, choice, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { BarMark, Scenes } from '../scene.ts';
import type { SummaryWords } from './words.ts';

const kib = 1024;

export const controls = {
  heap: address({ initial: 0xc000000000, min: chunkBytes, max: highestHeap, align: chunkBytes }),
  version: choice(['1.15-1.18', '1.19-1.20', '1.21-']),
};

const indexOf: { readonly [Version in Options<typeof controls>['version']]: ScavengeIndex } = { '1.15-1.18': 'none', '1.19-1.20': 'bits', '1.21-': 'words' };

const started = ({ heap, version }: Options<typeof controls>): StartGo => ({ do: 'start', addr: heap, size: chunkBytes, index: indexOf[version] });
const program = (options: Options<typeof controls>): readonly StartGo[] => [started(options)];

export default defineDemo({
  controls,
  presets: {
    seed: { program, still: 'end' },
    since121: { options: { version: '1.21-' }, program, still: 'end' },
    randomised: { options: { version: '1.21-', heap: 0x1cb94c000000 }, program, still: 'end' },
  },
  machine: (options) => new SummaryMachine(started(options)),
  view: 'bars',
  legend: ['reserved', 'mapped'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    l4Front: { preset: 'seed', of: line(0) },
    l4l3: { preset: 'seed', of: line(2) },
    l3l2: { preset: 'seed', of: line(4) },
    l2l1: { preset: 'seed', of: line(6) },
    l1Rest: { preset: 'seed', of: line(8) },
    l0: { preset: 'seed', of: line(9) },
    lines: { preset: 'seed', of: ({ answers }) => ({ value: answers[0]!.length, unit: 'count' }) },
    l4Rest: { preset: 'seed', of: ({ picture }) => ({ value: picture.reservations[0]!.restKiB, unit: 'KiB' }) },
    l3Front: { preset: 'seed', of: ({ picture }) => ({ value: picture.reservations[1]!.frontKiB, unit: 'KiB' }) },
    reserved: { preset: 'seed', of: ({ picture }) => ({ value: picture.reservations.reduce((sum, { sizeKiB }) => sum + sizeKiB, 0), unit: 'KiB' }) },
    reservedSince121: { preset: 'since121', of: ({ picture }) => ({ value: picture.reservations.reduce((sum, { sizeKiB }) => sum + sizeKiB, 0), unit: 'KiB' }) },
    indexLine: { preset: 'since121', of: line(2) },
  },
  check: { seed: async () => (await import('./seed.ts')).seedLines },
});

/** The size of the `i`-th line pmap prints, lowest address first. */
function line(i: number): (run: { readonly answers: readonly SummaryAnswer[] }) => Quantity {
  return ({ answers }) => ({ value: Number.parseInt(answers[0]![i]!, 10), unit: 'KiB' });
}

function draw(picture: SummaryPicture, words: SummaryWords, { event }: { readonly event: SummaryEvent | undefined }): Scenes['bars'] {
  const { reservations, lines, heap } = picture;
  const [first, last] = [reservations[0]!, reservations.at(-1)!];
  const mapped = first.stage === 'mapped';
  return {
    marks: reservations.map((one) => barOf(one, seamAfter(lines, one.of), words, event)),
    frame: {
      head: mapped && first.frontKiB > 0 ? `${formatNumber(first.frontKiB)} KiB ---p` : '',
      foot: lines.length > 0 ? `${formatNumber(last.sizeKiB)} + ${firstChunkKiB} = ${formatNumber(lines.at(-1)!.sizeKiB)} KiB rw-p` : '',
      ...(event?.kind === 'reserve' || last.stage === 'absent' ? {} : { cursor: (heap.start + 2 ** 47) / 2 ** 48 }),
    },
    facts: [
      { label: words.heapAt, value: formatAddress(heap.start) },
      ...lines.map(({ sizeKiB, perms }, i) => ({ label: words.line(i + 1), value: `${formatNumber(sizeKiB)} KiB ${perms}` })),
    ],
  };
}

/** The line that follows a reservation's live page: its rest, and the front of the next. */
const seamAfter = (lines: readonly MergedLine[], of: SummaryPart): MergedLine | undefined =>
  lines[lines.findIndex(({ perms, parts }) => perms === 'rw-p' && parts.some((part) => part.of === of)) + 1];

function barOf(one: Reservation, seam: MergedLine | undefined, words: SummaryWords, event: SummaryEvent | undefined): BarMark {
  const { of, stage, sizeKiB, frontKiB, liveKiB, restKiB } = one;
  const live = stage === 'mapped';
  return {
    key: String(of),
    name: words.part(of),
    size: words.size(formatBytes(sizeKiB * kib, 'en'), formatBytes(entryBytes(of, sizeKiB), 'en')),
    present: stage !== 'absent',
    ...(live ? { live: { front: frontKiB / sizeKiB, page: liveKiB / sizeKiB } } : {}),
    frontLabel: live && frontKiB > 0 ? formatNumber(frontKiB) : '',
    pageLabel: live ? words.live(formatNumber(liveKiB)) : '',
    restLabel: live && restKiB > 0 ? formatNumber(restKiB) : '',
    seam: seam ? sumOf(seam) : '',
    now: event !== undefined && event.kind !== 'grow' && event.of === of,
  };
}

/** Heap bytes one entry stands for; an index of a bit a chunk has eight chunks a byte. */
const entryBytes = (of: SummaryPart, sizeKiB: number): number => (of === 'index' ? (sizeKiB > 8192 ? chunkBytes : chunkBytes * 8) : 2 ** levelShift[of]);

const sumOf = ({ sizeKiB, perms, parts }: MergedLine): string =>
  `${parts.length > 1 ? `${parts.map((part) => formatNumber(part.sizeKiB)).join(' + ')} = ` : ''}${formatNumber(sizeKiB)} KiB ${perms}`;
