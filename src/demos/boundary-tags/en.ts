import { formatAddress, formatQuantity } from '../../i18n/quantity.ts';
import { tagWord, type Tag } from '../../engine/allocators/tag-event.ts';
import { heapErrors, heapHelp } from '../heap-program.en.ts';
import type { TagsWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: size, unit: 'B' }, 'en');
const hex = (value: number): string => `0x${formatAddress(value)}`;
const word = (tag: Tag): string => hex(tagWord(tag));

const words: TagsWords = {
  title: 'Boundary tags',
  caption: 'Every block says its size at both ends, and in the lowest bit whether it is in use. So free finds both neighbours by counting from its pointer, with no search.',
  controls: { heap: 'bytes of heap' },
  choices: {},
  presets: { both: 'both neighbours are free', neither: 'neither is free', behind: 'the one behind is free', ahead: 'the one ahead is free' },
  kinds: { own: 'free reads its own header', behind: 'it looks behind', ahead: 'it looks ahead', merge: 'two become one', header: 'the header is written', footer: 'the footer is written', place: 'malloc places a block', none: 'malloc finds no room' },
  events: {
    own: (tag) => `free(p) reads the word before p, the block’s header: ${word(tag)}, so ${bytes(tag.size)}. Now it knows where the block ends.`,
    behind: (tag) => `One word further back ends the block behind. ${neighbour(tag, 'footer', 'the heap begins here')}`,
    ahead: (tag) => `The block’s size on from its header begins the block ahead. ${neighbour(tag, 'header', 'the heap ends here')}`,
    merge: ({ side, by, size }) => `The block ${side} is free: ${bytes(by)} more, ${size} together. Memory has not changed yet.`,
    header: (tag) => `The header of the free block: ${word(tag)}, ${bytes(tag.size)}, in use 0.`,
    footer: (tag) => `The footer at ${hex(tag.at)} says the same: whoever is freed beside this block will find it.`,
    place: ({ p, size }) => `malloc writes both tags of a block of ${bytes(size)} and returns p = ${hex(p)}, behind the header.`,
    none: ({ size }) => `No free block has ${bytes(size)}: malloc returns no pointer.`,
  },
  op: (op) => (op.do === 'free' ? `Next: free ${op.name ?? op.id}.` : `Next: ${op.do} ${bytes(op.size)} for ${op.name ?? op.id}.`),
  answer: ({ name, id }, answer) => (answer === null ? '' : `${name ?? id} lies at ${hex(answer)}.`),
  end: 'Done. Tags that a merge left inside a block are still in memory, struck out here: nobody reads them again.',
  errors: heapErrors,
  help: `${heapHelp} The program writes nothing into its blocks, so old words stay visible.`,
  heads: { word: 'word', says: 'size', flags: ['in use'] },
  live: (name, asked) => `${name}: ${bytes(asked)}`,
  free: 'free',
  fence: 'fence',
  left: 'left over',
  block: (addr) => `block at ${addr}`,
  state: (header, footer, size, name) => `header ${header}, footer ${footer}: ${bytes(size)}, ${name === undefined ? 'free' : `in use (${name})`}`,
};

function neighbour(tag: Tag, which: string, edge: string): string {
  if (tag.size === 0) return `Its word is ${word(tag)}, in use: a fence, ${edge}.`;
  return `Its ${which} is ${word(tag)}: ${bytes(tag.size)}, ${tag.used ? 'in use. It stays' : 'free'}.`;
}

export default words;
