import type { Answer } from '../../engine/collectors/event.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { before, done, objectErrors, objectHelp, step } from '../object-program.en.ts';
import type { SixWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const meanings: Readonly<Record<string, string>> = { live: 'reachable', garbage: 'garbage', moved: 'left behind by an object that moved', free: 'free', top: 'not used' };

const kept = (answers: readonly Answer[]): string => answers.map((answer) => formatNumber(answer ?? 0)).join(', ');

const words: SixWords = {
  title: 'One graph, six collectors',
  caption: 'One program, six heaps of one size. Who waits, and for how much memory to be looked at? Whose objects change address? What stays although it is dead? No collector is best in all three.',
  controls: { watch: 'shown' },
  choices: { all: 'all six' },
  presets: { six: 'all six', cheney: 'Cheney’s copying, step by step', lisp2: 'Lisp2’s sliding, step by step', ring: 'a dead ring, counted', floating: 'dead while marking runs' },
  kinds: { step: 'a step', new: 'an object is made', set: 'a pointer is written', hold: 'a variable takes hold', drop: 'a variable lets go', collect: 'a collection' },
  events: {
    step: ({ step: event, name }) => step(event, name),
    new: ({ op }) => done(op), set: ({ op }) => done(op), hold: ({ op }) => done(op), drop: ({ op }) => done(op),
    collect: ({ lanes }) => `Collected. Kept, in bytes: ${kept(lanes.map(({ answer }) => answer))}.`,
  },
  op: before,
  answer: (op, answers) => (op.do === 'new' ? `${op.name} lies at ${answers.map((addr) => formatAddress(addr ?? 0)).join(', ')}.` : op.do === 'collect' ? `Kept, in bytes: ${kept(answers)}.` : done(op)),
  end: 'They differ in who waited, what moved and what stayed although it was dead.',
  errors: {
    ...objectErrors,
    full: () => 'One of the six has no room for this object, even after a collection. The copying one has half of the memory at a time.',
  },
  help: objectHelp,
  collectors: { 'ref-count': 'counting', 'mark-sweep': 'mark and sweep', 'mark-compact': 'sliding', semispace: 'copying', generational: 'generations', incremental: 'marking in steps' },
  fingers: { free: 'free', scan: 'scan', sweep: 'swept to', hole: 'hole' },
  figure: ({ pause, movedNow }) => (pause === undefined ? '' : `${movedNow === 0 ? '' : `${movedNow} moved · `}${bytes(pause)} touched`),
  note: ({ longest, touched, garbage, floating }) =>
    `longest ${formatNumber(longest)}, in all ${formatNumber(touched)}${garbage > 0 ? ` · ${garbage} dead` : ''}${floating > 0 ? `, ${floating} kept` : ''}`,
  fact: ({ pause, longest, touched, garbage, floating, moved }, objects) =>
    `${pause === undefined ? '' : `touched ${bytes(pause)} now, `}${bytes(longest)} at most, ${bytes(touched)} in all; ${moved} ${moved === 1 ? 'object' : 'objects'} moved so far; ${bytes(garbage)} dead and still there, ${bytes(floating)} of it kept by the last collection; ${objects}`,
  cell: (meaning, size, addr, name, count) =>
    `${name === undefined ? '' : `${name}: `}${size} bytes at ${addr}, ${meanings[meaning] ?? meaning}${count === undefined ? '' : `, count ${count}`}`,
};
export default words;
