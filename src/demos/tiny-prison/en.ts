import { maxTinySize } from '../../engine/go/request.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { goErrors } from '../go-program.en.ts';
import { hex } from './demo.ts';
import type { PrisonWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} ${size === 1 ? 'byte' : 'bytes'}`;
const blocks = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'block' : 'blocks'}`;

const words: PrisonWords = {
  title: 'Tiny prison',
  caption: `Small objects without pointers share blocks of ${maxTinySize} bytes. The collector knows blocks, not the objects in them: one that is held keeps all its neighbours.`,
  controls: {},
  choices: {},
  presets: { prison: 'one byte of a block', four: 'one byte in each of four blocks', eights: 'two to a block', odd: 'sizes that do not fit together' },
  kinds: { joined: 'into the open block', opened: 'a new block', 'let-go': 'a variable lets go', collected: 'a collection' },
  events: {
    joined: ({ addr, size, block }) => `${bytes(size)} at ${hex(addr)}: byte ${addr - block} of the open block.`,
    opened: ({ addr, size, block }) => `${bytes(size)} at ${hex(addr)}: no open block has room for it, so a new one is taken, ${hex(block)}.`,
    'let-go': ({ addr, size }) => `Nobody holds ${bytes(size)} at ${hex(addr)} any more. The bytes stay taken.`,
    collected: ({ freed, kept }) => `The collection frees ${blocks(freed)} and keeps ${blocks(kept)}: those with anything held, and the one still open.`,
  },
  op: ({ text }) => `Next: ${text}`,
  answer: ({ text }, addr) => (addr === undefined ? `${text}.` : `${text} is at ${hex(addr)}.`),
  end: 'A block is free when the last object in it is dead, and not before.',
  errors: {
    ...goErrors,
    type: ({ name }) => `The type ${name} is not known here. Take byte, bool, int16, int32, int64, or an array of them.`,
    small: ({ size, most }) => `${formatNumber(Number(size))} bytes do not share a block: this figure takes up to ${most}.`,
    pointers: () => 'An object with pointers never shares a block: this figure takes those without.',
    budget: () => 'This program does not come to an end in time.',
  },
  help: 'A little Go: p := new(byte), p = nil, runtime.GC(), for range 8 { p = new(int32) }. A variable that is given another object lets go of the one before.',
  block: (held, kept) => (kept ? `${bytes(held)} held, all of the block taken` : 'free'),
  byte: { live: 'held', dead: 'let go, still taken', unused: 'never handed out, taken with the block', free: 'free' },
  sum: 'together',
  held: (size) => `${bytes(size)} held`,
  kept: (held, kept) => `${bytes(held)} held, ${bytes(kept)} kept`,
};
export default words;
