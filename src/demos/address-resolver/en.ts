import { badPointer, noSpan } from '../../engine/go/heap/address-resolver.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { hex } from './demo.ts';
import { spans } from './spans.ts';
import type { ResolverWords } from './words.ts';

const words: ResolverWords = {
  title: 'Address resolver',
  caption: 'From any address to its object in three look-ups: a shift finds the arena, a table of its pages the span, a multiplication the slot. Nothing is searched.',
  controls: {},
  choices: {},
  presets: { middle: 'in the middle of an object', header: 'in a malloc header', tail: 'behind the last slot', nowhere: 'in no span' },
  kinds: { arena: 'the arena', span: 'the span', slot: 'the slot', byte: 'the byte', bad: 'a bad pointer' },
  events: {
    arena: ({ arena, known }) => `The address, shifted, is the number of its arena: ${hex(arena)}. ${known ? 'The heap has it.' : 'There is none: spanOf answers nil.'}`,
    span: ({ page, base }) => `Entry ${formatNumber(page)} of the arena’s spans ${base === undefined ? `is nil: this heap is ${spans.length} spans of a recorded one, and none is here.` : `is the span at ${hex(base)}.`}`,
    bad: ({ limit }) => `The slots end at ${hex(limit)}. The collector dies of such a pointer: “found bad pointer in Go heap”.`,
    slot: ({ offset, divMul, index }) => `${formatNumber(offset)} bytes into the span, times ${formatNumber(divMul)}, shifted by one word: slot ${formatNumber(index)}. No division.`,
    byte: ({ into, header }) => `Byte ${formatNumber(into)} of the slot. ${header ? 'That is its header, where the type stands: no object, but the slot is found all the same.' : 'Any byte of an object keeps all of it alive.'}`,
  },
  op: ({ addr }) => `Next: whose is ${hex(addr)}?`,
  answer: ({ addr }, slot) => (slot === noSpan ? `${hex(addr)} is in no span: nil.` : slot === badPointer ? `${hex(addr)} is a bad pointer.` : `${hex(addr)} is in slot ${formatNumber(slot)}.`),
  end: 'No search was needed for any of them.',
  errors: {
    address: ({ text }) => `“${text}” is no address of a program. Write it in hexadecimal.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One address a line, in hexadecimal. # starts a comment. The heap has ${spans.length} spans, each where a recorded program had it: at ${spans.map(({ base }) => hex(base)).join(', ')}.`,
  guess: { title: 'Predict the slot', ask: ({ addr }) => `In which slot of its span is ${hex(addr)}? The first is 0.`, unread: (text) => `“${text.slice(0, 20)}” is no number of a slot.` },
  levels: ['arenas', 'heapArena.spans, page by page', 'slots of the span', 'words of the slot'],
  arena: (index) => `arena ${index}`,
  span: (base, size, count) => `${base}, ${formatNumber(count)} slots of ${formatNumber(size)} bytes`,
  bytes: (into) => `byte ${formatNumber(into)}`,
  none: 'none',
  tail: 'behind the last slot',
  address: 'address',
};
export default words;
