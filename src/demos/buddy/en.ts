import { formatAddress, formatBytes, formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.en.ts';
import type { BuddyWords } from './words.ts';

const size = (bytes: number): string => formatBytes(bytes, 'en');
const hex = (addr: number): string => `0x${formatAddress(addr)}`;
const times = (ratio: number): string => formatQuantity({ value: ratio, unit: 'times' }, 'en');

const found = {
  free: 'It is free and whole: they merge.',
  used: 'It is in use: that is as far as it goes.',
  split: 'It lies in smaller blocks, not all of them free: that is as far as it goes.',
  none: 'That is outside the heap: the whole is one block.',
};

const words: BuddyWords = {
  title: 'Buddies',
  caption: 'Blocks are powers of two, each half of the one above it. A block merges with one neighbour only, its buddy, and finds it by flipping one bit of its own address.',
  controls: { heap: 'bytes of heap', least: 'least block' },
  choices: {},
  presets: { split: 'split and merge', neighbours: 'free neighbours that are not buddies', worst: 'a byte above a power of two', even: 'sizes spread evenly', logarithm: 'sizes spread evenly in their logarithm' },
  kinds: { take: 'a free block is found', split: 'a block is halved', place: 'a block is given', none: 'no block is large enough', ask: 'the buddy is asked', merge: 'two buddies merge', put: 'a block is free again' },
  events: {
    take: (event) => `The smallest free block that will do: ${size(event.size)} at ${hex(event.addr)}.`,
    split: (event) => `Too large by half: two buddies of ${size(event.size)}, at ${hex(event.addr)} and ${hex(event.addr + event.size)}. The lower one goes on.`,
    place: (event) => `The program has asked for ${size(event.asked)} and gets ${size(event.size)} at ${hex(event.addr)}${event.size > event.asked ? `; ${size(event.size - event.asked)} of them nobody asked for` : ''}.`,
    none: (event) => `No free block of ${size(event.size)}, though ${size(event.free)} are free in all. malloc returns no pointer.`,
    ask: ({ addr, size: own, buddy, state }) => `The buddy of ${hex(addr)} is at ${hex(addr)} XOR ${hex(own)} = ${hex(buddy)}. ${found[state]}`,
    merge: (event) => `Two buddies are one block again: ${size(event.size)} at ${hex(event.addr)}.`,
    put: (event) => `${size(event.size)} at ${hex(event.addr)} wait in the list of free blocks of their size.`,
  },
  op: (op) => (op.do === 'free' ? `Next: free ${op.name ?? op.id}.` : `Next: ${op.do} ${size(op.size)} for ${op.name ?? op.id}.`),
  answer: ({ name, id, ...op }, answer) => {
    if (op.do === 'free') return `${name ?? id} is freed.`;
    return answer === null ? `${name ?? id} gets no memory.` : `${name ?? id} lies at ${hex(answer)}.`;
  },
  end: 'Whatever merged, merged with its own buddy.',
  errors: heapErrors,
  help: heapHelp,
  size,
  free: 'free',
  live: (name, asked) => `${name}: ${formatNumber(asked)}`,
  place: (addr, bytes, what) => `${bytes} at ${addr}: ${what}`,
  cut: 'in smaller blocks',
  block: 'block',
  bit: 'XOR its size',
  buddy: 'buddy',
  totals: (asked, taken, ratio) => `${asked} took ${taken}: ${ratio}`,
  average: (ratio) => `on average ${ratio} the request`,
  asked: 'asked for so far',
  taken: 'taken for it',
  ratio: 'a block over its request, on average',
  times,
  blocks: 'blocks',
};
export default words;
