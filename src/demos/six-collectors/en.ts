import type { Answer, CollectorEvent } from '../../engine/collectors/event.ts';
import type { NamedOp } from '../../engine/collectors/side-by-side.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { SixWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const meanings: Readonly<Record<string, string>> = { live: 'reachable', garbage: 'garbage', moved: 'left behind by an object that moved', free: 'free', top: 'not used' };

const phases: Readonly<Record<Extract<CollectorEvent, { kind: 'phase' }>['phase'], string>> = {
  mark: 'Marking begins at the roots.', sweep: 'Sweeping.', forward: 'First pass: where will each object lie?', update: 'Second pass: rewrite every pointer.', slide: 'Third pass: move.',
  copy: 'Copying begins at the roots.', minor: 'A minor collection: only the nursery.', trial: 'Trial deletion: take away the counts that come from inside.',
  rescue: 'Is any count left? Then something outside points in.', release: 'What was found dead is freed.', over: 'The collection is over.',
};

function step(event: CollectorEvent, name: string): string {
  switch (event.kind) {
    case 'phase': return phases[event.phase];
    case 'marked': return `${name} is found: grey.`;
    case 'scanned': return `The pointers of ${name} are followed: black.`;
    case 'shaded': return `The write barrier shades ${name}, whose pointer is about to be overwritten.`;
    case 'freed': return `${name} is freed: ${bytes(event.size)} at ${formatAddress(event.addr)}.`;
    case 'counted': return `The count of ${name} is now ${event.count}.`;
    case 'suspected': return `A pointer to ${name} is gone and some are left: it may be part of a dead ring.`;
    case 'tried': return `On trial, one pointer less to ${name}: ${event.count}.`;
    case 'rescued': return `${name} gets its count back: ${event.count}.`;
    case 'condemned': return `No pointer to ${name} comes from outside: dead.`;
    case 'forwarded': return `${name} will lie at ${formatAddress(event.addr)}.`;
    case 'updated': return `The pointers of ${name} lead to where their targets will lie.`;
    case 'moved': return `${name} moves from ${formatAddress(event.from)} to ${formatAddress(event.addr)}.`;
    case 'remembered': return `${name} is old and now points to a young object: remembered.`;
    default: return '';
  }
}

function before(op: NamedOp): string {
  switch (op.do) {
    case 'new': return `Next: ${op.name}, an object of ${bytes(op.size + 8)} with its header.`;
    case 'set': return `Next: ${op.name}.${op.field} = ${op.toName}.`;
    case 'hold': return `Next: a variable holds ${op.name}.`;
    case 'drop': return `Next: no variable holds ${op.name} any more.`;
    case 'collect': return 'Next: everybody collects.';
  }
}

const done = (op: NamedOp): string => before(op).replace('Next: ', '').replace(/^./, (letter) => letter.toUpperCase());
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
  end: 'The program is done.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.make}, ${examples.store}, ${examples.drop}, ${examples.hold} or ${examples.collect}.`,
    size: ({ largest, mostFields }) => `An object may have ${formatNumber(Number(largest))} bytes and ${mostFields} pointers at most, and any name but nil.`,
    unknown: ({ text }) => `Nothing is called ${text} yet. Make it first, as in ${examples.make}.`,
    unreachable: () => 'Nothing leads to this object any more, so no program can name it.',
    'not-held': () => 'No variable holds this object, so none can let it go.',
    field: ({ field, fields }) => `The object has ${fields} pointers, counted from 0: there is no .${field}.`,
    full: () => 'One of the six has no room for this object, even after a collection. The copying one has half of the memory at a time.',
    twice: () => 'There is such an object already.',
    large: () => 'An object this large cannot be made.',
    long: ({ most }) => `A program may have at most ${most} lines.`,
    budget: () => 'This operation takes too many steps to show.',
  },
  help: `A line each: ${examples.make} makes an object of so many bytes, the first of them one pointer, and a variable holds it. ${examples.store} and ${examples.clear} write pointers, ${examples.drop} lets go, ${examples.hold} takes hold again, ${examples.collect} collects. # starts a comment.`,
  collectors: { 'ref-count': 'counting', 'mark-sweep': 'mark and sweep', 'mark-compact': 'sliding', semispace: 'copying', generational: 'generations', incremental: 'marking in steps' },
  fingers: { free: 'free', scan: 'scan', sweep: 'swept to', hole: 'hole' },
  figure: ({ pause, movedNow }) => (pause === undefined ? '' : `${movedNow === 0 ? '' : `${movedNow} moved · `}${bytes(pause)} touched`),
  note: ({ longest, touched, garbage, floating }) =>
    `longest ${formatNumber(longest)}, in all ${formatNumber(touched)}${garbage > 0 ? ` · ${garbage} dead` : ''}${floating > 0 ? `, ${floating} kept` : ''}`,
  fact: ({ pause, longest, touched, garbage, floating, moved }, objects) =>
    `${pause === undefined ? '' : `touched ${bytes(pause)} now, `}${bytes(longest)} at most, ${bytes(touched)} in all; ${moved} objects moved so far; ${bytes(garbage)} dead and still there, ${bytes(floating)} of it kept by the last collection; ${objects}`,
  cell: (meaning, size, addr, name, count) =>
    `${name === undefined ? '' : `${name}: `}${size} bytes at ${addr}, ${meanings[meaning] ?? meaning}${count === undefined ? '' : `, count ${count}`}`,
};
export default words;
