import { formatNumber } from '../../i18n/quantity.ts';
import { heapErrors } from '../heap-program.en.ts';
import type { AdversaryWords } from './words.ts';

const count = (words: number): string => `${formatNumber(words)} ${words === 1 ? 'word' : 'words'}`;

const words: AdversaryWords = {
  title: 'Adversary',
  caption: 'You play against the allocator: keep little alive, and make it need a large heap. Against every player no allocator can do with less than the third bar; this one needs more.',
  controls: { policy: 'against' },
  choices: { first: 'first fit', best: 'best fit' },
  presets: { first: 'the shortest win against first fit', best: 'the shortest win against best fit', yours: 'your move' },
  kinds: { fill: 'a hole serves', grow: 'the heap grows', free: 'a block is freed' },
  events: {
    fill: ({ addr, size }) => `${count(size)} fit into a hole at ${addr}.`,
    grow: ({ addr, size, by, free }) => (free === 0
      ? `${count(size)} at ${addr}: nothing is free, the heap grows by ${by}.`
      : `${count(size)} at ${addr}: the heap grows by ${by}, though ${count(free)} in it ${free === 1 ? 'is' : 'are'} free.`),
    free: ({ addr, size }) => `${count(size)} at ${addr} ${size === 1 ? 'is' : 'are'} freed. The heap stays as large as it was.`,
  },
  op: (op) => (op.do === 'free' ? `Next: free ${op.name ?? op.id}.` : `Next: ${count(op.size)} for ${op.name ?? op.id}.`),
  answer: ({ name, id }, answer) => (answer === null ? '' : `${name ?? id} lies at ${answer}.`),
  end: 'No block was ever moved: a hole served only what fitted into it.',
  errors: {
    ...heapErrors,
    move: ({ call }) => `${call} is no move of this game: malloc and free are.`,
    block: ({ size, largest }) => `A block of ${size} is against the rules: powers of two, up to ${largest} words.`,
    alive: ({ live, size, most }) => `${live} words are alive; ${size} more would be against the rules, which allow ${most}.`,
  },
  help: 'One move a line: a = malloc 2, free a. Sizes are in words: 1, 2 or 4. # starts a comment.',
  cell: (meaning, size, addr, name) => `${name ?? meaning}: ${size} at ${Number.parseInt(addr, 16)}`,
  words: count,
  heap: 'high-water mark',
  highWater: (mark) => `high-water mark: ${count(mark)}`,
  live: 'alive now',
  ofMost: (live, most) => `${live} of ${count(most)}`,
  bound: 'least that any allocator needs',
  boundTitle: 'Robson’s bound',
};
export default words;
