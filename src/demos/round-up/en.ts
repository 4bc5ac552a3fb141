import { formatNumber } from '../../i18n/quantity.ts';
import type { RoundUpWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} ${size === 1 ? 'byte' : 'bytes'}`;

const words: RoundUpWords = {
  title: 'Round up',
  caption: 'You ask for a size; Go gives a slot. The dark part is yours, the rest of the outline nobody uses.',
  handling: 'Press “check” and the real runtime, running in this page, answers the same questions.',
  controls: {},
  choices: {},
  presets: { surprises: 'sizes that surprise', edges: 'either side of an edge', slices: 'a slice of pointers as it grows' },
  kinds: { zero: 'nothing asked', tiny: 'a shared slot', header: 'a header is added', class: 'a size class', large: 'whole pages' },
  events: {
    zero: () => 'Nothing is asked for: nothing is allocated.',
    tiny: ({ size, slot }) => `${bytes(size)} without pointers are tiny: they share a slot of ${bytes(slot)} with others.`,
    header: ({ size, header }) => `${bytes(size)} with pointers: above 512 the object carries its type, ${bytes(header)} in front of it.`,
    class: ({ size, class: index, slot, perSpan }) => `${bytes(size)} take the smallest class that holds them: class ${index}, slots of ${bytes(slot)}, ${formatNumber(perSpan)} to a span.`,
    large: ({ size, npages, slot }) => `${bytes(size)} are large: ${npages} pages of 8 KiB, ${bytes(slot)}, a span of their own.`,
  },
  op: ({ size, pointers }) => `Next: ${bytes(size)} ${pointers ? 'with' : 'without'} pointers.`,
  answer: ({ size }, { slot }) => `${bytes(size)} asked, ${bytes(slot)} taken.`,
  end: 'Taken is always a whole slot of a class, or whole pages.',
  errors: {
    size: ({ size, most }) => `${formatNumber(Number(size))} is not a size this figure takes: 1 to ${formatNumber(Number(most))} bytes.`,
    words: ({ size }) => `Memory with pointers comes in words of 8 bytes; ${size} is not a multiple of 8.`,
    line: ({ text }) => `“${text}” is no request. Write a size, and “pointers” after it if it holds any: 1024 pointers.`,
    long: ({ most }) => `A program may have at most ${most} lines.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: 'One request a line: a number of bytes, then “pointers” if it holds any. # starts a comment.',
  asked: (size, pointers) => `${size}${pointers ? ' with pointers' : ''}`,
  wasted: (share) => `${share} unused`,
  total: 'together',
  nothing: 'nothing yet',
};
export default words;
