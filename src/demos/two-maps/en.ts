import { formatNumber } from '../../i18n/quantity.ts';
import type { TourEvent } from '../../engine/memory/map-tour.ts';
import memory from './memory.en.ts';
import type { TwoMapsWords } from './words.ts';

const kib = (size: number): string => `${formatNumber(size)} KiB`;

function look({ mapping, part, at }: TourEvent): string {
  const { name, is } = memory.what[part.what];
  const whole = mapping.parts.length > 1 ? ` Part ${at + 1} of ${mapping.parts.length}, ${kib(part.sizeKiB)}.` : '';
  const resident = mapping.residentKiB === undefined || at > 0 ? '' : `, ${kib(mapping.residentKiB)} resident`;
  return `${mapping.start} ${mapping.perms} ${kib(mapping.sizeKiB)}${resident}.${whole} ${name}: ${is}. ${memory.certainty[part.certainty][0]!.toUpperCase()}${memory.certainty[part.certainty].slice(1)}: ${memory.proof[part.proof.rule](part.proof)}`;
}

const words: TwoMapsWords = {
  ...memory,
  title: 'Two maps, one ruler',
  caption: 'Each bar is a mapping on a scale of doublings, from 4 KiB to 1 GiB; the dark part is resident. Go reserves much and touches little. So does threaded C.',
  controls: { left: 'Left', right: 'Right' },
  choices: {
    'seed-sleep': 'sleep, 2022', 'seed-go': 'a Go agent, 2022', 'c-malloc': 'C, malloc of 1 byte', 'c-mmap': 'C, malloc of 200,000', 'c-thread': 'C, two threads',
    'go-1.18': 'Go 1.18, hello', 'go-1.27': 'Go 1.27, hello', 'go-80': 'Go 1.27 with 80 MiB', 'go-cgo': 'Go 1.27 with cgo',
  },
  presets: { seed: 'sleep beside a Go agent (2022)', today: 'C beside Go 1.27', threads: 'one thread beside two in C', versions: 'Go 1.18 beside 1.27', cgo: 'Go beside Go with cgo' },
  kinds: { program: 'the program', cHeap: 'a C heap', library: 'a library or file', goHeap: 'Go’s heap', summary: 'a summary', metadata: 'runtime metadata', stack: 'a stack', kernel: 'a kernel page', unclear: 'an unclear mapping' },
  events: { program: look, cHeap: look, library: look, goHeap: look, summary: look, metadata: look, stack: look, kernel: look, unclear: look },
  op: ({ column }) => `Next: the ${column === 0 ? 'left' : 'right'} process.`,
  answer: () => '',
  end: 'Every mapping of both has a name.',
  errors: {},
  totals: (virt, resident) => [`VIRT ${virt}`, ...(resident === undefined ? [] : [`RSS ${resident}`])],
};
export default words;
