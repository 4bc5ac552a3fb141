import { formatAddress, formatNumber } from '../../i18n/quantity.ts';
import type { SummaryPart } from '../../engine/memory/summaries.ts';
import type { SummaryWords } from './words.ts';

const part = (of: SummaryPart): string => (of === 'index' ? 'scavenge index' : `summary L${of}`);
const kib = (size: number): string => `${formatNumber(size)} KiB`;

const words: SummaryWords = {
  title: 'Summary calculator',
  caption: 'Where the heap lies decides where the one live page of each summary lies. So one address fixes every line; read it like text that wraps.',
  controls: { heap: 'Heap starts at', version: 'Go' },
  choices: { '1.15-1.18': '1.15 to 1.18', '1.19-1.20': '1.19 and 1.20', '1.21-': '1.21 and later' },
  presets: { seed: 'a 2022 program, heap at c000000000', since121: 'the same since Go 1.21', randomised: 'a random heap base, Go 1.26 and later' },
  kinds: { reserve: 'a reservation', grow: 'the heap grows', map: 'a summary page is mapped' },
  events: {
    reserve: ({ of, sizeKiB }) => `sysInit reserves ${kib(sizeKiB)} for the ${part(of)}, below the one before: addresses, no memory.`,
    grow: ({ addr, sizeKiB }) => `The heap grows: ${kib(sizeKiB)} at ${formatAddress(addr)}. Every summary now needs the entry for that address.`,
    map: ({ of, offsetKiB, sizeKiB }) => offsetKiB === 0
      ? `sysGrow maps ${kib(sizeKiB)} of the ${part(of)}, from its very beginning.`
      : `sysGrow maps ${kib(sizeKiB)} of the ${part(of)}, ${kib(offsetKiB)} from its start.`,
  },
  op: ({ addr }) => `Next: a Go program starts, with its heap at ${formatAddress(addr)}.`,
  answer: (_op, lines) => `pmap prints ${lines.length} lines: ${lines.map((line) => formatNumber(Number.parseInt(line, 10))).join(', ')} KiB.`,
  end: 'Move the address and every live page moves with it.',
  errors: {
    align: () => 'The heap grows in chunks of 4 MiB, so its start is a multiple of 4 MiB: the last five and a half digits are zero, as in c000400000.',
    bounds: () => 'A heap on linux/amd64 lies above zero and below 2^47, that is 800000000000.',
  },
  part: (of) => (of === 'index' ? 'scavenge index' : `L${of}`),
  size: (reserved, entry) => `${reserved}, an entry per ${entry}`,
  live: (size) => `${size} rw-p`,
  heapAt: 'heap starts at',
  line: (n) => `line ${n}`,
};
export default words;
