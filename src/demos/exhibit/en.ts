import { designs, type DesignsEvent } from '../../engine/allocators/designs.ts';
import type { ExhibitWords } from './words.ts';

/** The slots of one call, design by design; once, where all agree. */
function slots({ placed }: DesignsEvent): string {
  const all = designs.map((design) => placed[design].slot);
  if (all.every((slot) => slot === all[0])) return `slot ${all[0]} in all five`;
  return designs.map((design) => `${placed[design].slot} in ${short[design]}`).join(', ');
}

const short = { glibc: 'glibc', fastbins: 'glibc without tcache', tcmalloc: 'tcmalloc', jemalloc: 'jemalloc', mimalloc: 'mimalloc' };

const words: ExhibitWords = {
  title: 'One exhibit, five designs',
  caption: 'The same calls, five allocators, five answers. The numbers say in which order the blocks came after the frees; beside each lane stands why this slot.',
  controls: {},
  choices: {},
  presets: { evens: 'every second freed, from the first', backwards: 'the same, freed from the last', kilobyte: 'blocks of a kilobyte' },
  kinds: { fill: 'a first block', free: 'a block is freed', again: 'a block after the frees' },
  events: {
    fill: (event) => `malloc number ${event.nth}: ${slots(event)}. Nothing was freed yet, so all five go upwards.`,
    free: (event) => `The block in slot ${event.placed.glibc.slot} is freed. Beside each lane: where it waits now.`,
    again: (event) => `Block ${event.nth} after the frees: ${slots(event)}.`,
  },
  op: (op) => (op.do === 'free' ? `Next, block ${op.id + 1} is freed.` : `Next: malloc number ${op.id + 1}. Which slot?`),
  answer: (op, answer) => (op.do === 'free' ? `Block ${op.id + 1} is freed.` : `Block ${op.id + 1}: slots ${designs.map((design) => answer[design]).join(', ')}.`),
  end: 'Which slot comes next follows from where a design keeps what was freed.',
  errors: {},
  guess: {
    title: 'Bet on the next slots',
    ask: ({ id }) => `Block ${id + 1}: five slots, from the top lane down`,
    unread: (text) => `“${text}” is no bet. Write five slots, one for each lane: 0 1 2 3 4.`,
  },
  names: { glibc: 'glibc 2.36', fastbins: 'glibc without tcache', tcmalloc: 'tcmalloc', jemalloc: 'jemalloc without tcache', mimalloc: 'mimalloc' },
  why: {
    'tcache': ({ left }) => `tcache: last in, first out; ${left} left`,
    'fastbin': ({ left, stashed }) => (stashed > 0 ? `fast bin: last in; next ${stashed} go to tcache` : `fast bin: last in, first out; ${left} left`),
    'smallbin': ({ stashed }) => (stashed > 0 ? `small bin: the oldest; next ${stashed} go to tcache` : 'small bin: the oldest goes first'),
    'unsorted': () => 'unsorted bin: it fits exactly',
    'cut': () => 'cut from a larger free chunk',
    'top': () => 'no list has one: cut from top',
    'thread': ({ left }) => `thread’s list: last in; ${left} left`,
    'central': ({ fetched }) => (fetched === 1 ? 'thread’s list empty: one fetched from central' : `thread’s list empty: ${fetched} fetched at once`),
    'lowest': () => 'the lowest free bit of the slab',
    'next': () => 'the lowest free bit: never used before',
    'fresh': () => 'free list: blocks never used come first',
    'reused': () => 'free ran out: local_free took its place',
    'to tcache': ({ count }) => `tcache holds ${count} of 7`,
    'to fastbin': ({ count }) => `fast bin holds ${count}`,
    'to thread': ({ count }) => `thread’s list holds ${count}`,
    'to region': ({ count }) => `its bit is set in the slab: ${count} free`,
    'to local': ({ count }) => `local_free holds ${count}; free is left alone`,
    'to central': ({ count }) => `thread’s list too long: ${count} go to central`,
    'to unsorted': () => 'merged, in the unsorted bin',
    'to top': () => 'merged into top',
  },
  slot: (slot) => `slot ${slot}`,
  held: (slot, block) => `slot ${slot}: block ${block}`,
  hole: (slot) => `slot ${slot}: freed`,
  unused: (slot) => `slot ${slot}: never used yet`,
  none: 'nothing yet',
};
export default words;
