import type { LifeOp } from '../../engine/go/lifetimes/lifetimes.ts';
import { examples } from './read.ts';
import type { LifeWords } from './words.ts';

const list = (names: readonly string[]): string => names.join(', ');

const words: LifeWords = {
  title: 'After death',
  caption: 'Dropped objects with finalizers, cleanups and weak pointers, collection by collection. A finalizer keeps what its object points to, and the object once more; a cleanup keeps nothing. So a chain of finalizers goes one at a time, and a ring never.',
  controls: {},
  choices: {},
  presets: { chain: 'a chain with finalizers', chainCleanups: 'a chain with cleanups', ring: 'a ring with finalizers', ringCleanups: 'a ring with cleanups', four: 'all kinds, and their order' },
  kinds: { marked: 'marking is done', resurrected: 'one lives again', freed: 'one is freed', ran: 'functions run' },
  events: {
    marked: ({ held, forFinalizers }) => `markroot: ${held.length === 0 ? 'the program holds nothing' : `held: ${list(held)}`}.${forFinalizers.length === 0 ? '' : ` For finalizers that may use them, ${list(forFinalizers)} ${forFinalizers.length === 1 ? 'is' : 'are'} marked.`}`,
    resurrected: ({ name, weak }) => `sweep: ${name} is dead and has a finalizer. ${weak ? 'Its weak pointer is nil from now on. ' : ''}The finalizer is queued, and ${name} lives until the next collection.`,
    freed: ({ name, cleanups, weak }) => `sweep: ${name} is dead${cleanups === 0 ? '' : cleanups === 1 ? '; its cleanup is queued' : `; its ${cleanups} cleanups are queued`}${weak ? '; its weak pointer is nil' : ''}. Its slot is free.`,
    ran: ({ order }) => `After the sweep run, in this order: ${list(order)}. Go promises none.`,
  },
  op: nextOf,
  answer: (op, { ran }) => (op.do !== 'gc' ? '' : ran.length === 0 ? 'Nothing ran.' : `Ran: ${list(ran)}.`),
  end: 'What ran, ran after a collection that had found its object dead.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    twice: ({ name }) => `${name} has been made before.`,
    finalizers: ({ name }) => `${name} can have one finalizer only.`,
    many: ({ most }) => `There is room for ${most} objects.`,
    unknown: ({ name }) => `There is no ${name} yet.`,
    long: ({ most }) => `A program may have at most ${most} lines.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. a() is the finalizer of a, a1 its first cleanup. w at the rim: a weak pointer; ∅: it is nil. What is queued runs before the next line.`,
  carries: ({ finalizer, cleanups }) => [finalizer ? 'finalizer' : '', cleanups.length === 0 ? '' : cleanups.length === 1 ? 'cleanup' : `${cleanups.length} cleanups`].filter(Boolean).join(', '),
  weak: { none: '', points: 'weak pointer', nil: 'weak pointer nil' },
  state: ({ freed }, reachable, kept) => (freed ? 'freed' : reachable ? 'held' : kept ? 'kept for a finalizer' : 'dropped'),
  kept: 'kept',
  verdict: (cycles, ran) => (cycles === 0 ? 'no collection yet' : `${cycles === 1 ? 'one collection' : `${cycles} collections`}, ${ran.length === 0 ? 'nothing ran' : `${ran.length} ran`}`),
  ran: 'has run',
  list,
};

function nextOf(op: LifeOp): string {
  switch (op.do) {
    case 'new': return `Next: ${op.name} is made.`;
    case 'finalizer': return `Next: runtime.SetFinalizer(${op.of}, …).`;
    case 'cleanup': return `Next: runtime.AddCleanup(${op.of}, …).`;
    case 'weak': return `Next: weak.Make(${op.of}).`;
    case 'link': return `Next: ${op.from} points to ${op.to}.`;
    case 'drop': return `Next: the program lets go of ${op.of}.`;
    case 'gc': return 'Next: a collection. What runs after it?';
  }
}
export default words;
