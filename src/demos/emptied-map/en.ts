import { elems, type MapEvent } from '../../engine/go/swiss-map/emptied-map.ts';
import { groupSlots, maxTableCapacity } from '../../engine/go/swiss-map/map-shape.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { EmptiedWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const count = (value: number, one: string, many = `${one}s`): string => `${formatNumber(value)} ${value === 1 ? one : many}`;
const name = (elem: number): string => `map[int][${elem}]byte`;

const grown = ({ from, to }: Extract<MapEvent, { kind: 'grew' }>): string => `Its ${formatNumber(from)} slots are full as far as they may be: the table moves into ${formatNumber(to)}.`;

const words: EmptiedWords = {
  title: 'A map does not shrink',
  caption: `A map that is emptied keeps its tables: all their slots wait for new entries. Elements of up to ${elems[0]} bytes lie in the slots and keep their memory; larger ones lie apart, and go. What is done with all of a map: make a new one.`,
  controls: {},
  choices: {},
  presets: { emptied: 'many entries', split: 'one entry more than one table takes', few: 'one group' },
  kinds: { grew: 'a table grows', split: 'a table splits', emptied: 'the entries go', renewed: 'a new map', collected: 'a collection' },
  events: {
    grew: grown,
    split: ({ tables }) => `A table has ${formatNumber(maxTableCapacity)} slots at most: a full one becomes two, and there are ${count(tables, 'table')}.`,
    emptied: ({ entries, groups }) => `${count(entries, 'entry', 'entries')} gone. All ${count(groups, 'group')} of ${groupSlots} slots stay with the map.`,
    renewed: () => 'The variable has a new map. Nobody holds the old one any more.',
    collected: ({ inSlots, apart }) => `The collection frees ${bytes(inSlots)} of ${name(elems[0])}, and ${bytes(apart)} of ${name(elems[1])}.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'insert': return `Next: ${count(op.entries, 'new entry', 'new entries')}.`;
      case 'delete': return 'Next: delete(m, k) for every key.';
      case 'clear': return 'Next: clear(m).';
      case 'renew': return 'Next: m = make(map[K]V).';
    }
  },
  answer: (_op, { inSlots, apart }) => `${bytes(inSlots)} with elements in the slots, ${bytes(apart)} with elements apart.`,
  end: 'Deleting gave no slot back; only a new map does.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. There are: ${examples.join(', ')}.`,
    many: ({ most }) => `A map here has at least one and at most ${formatNumber(Number(most))} entries.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(', ')}. Each line ends with a collection. # starts a comment. Tables that were grown out of are not drawn.`,
  map: name,
  total: (total, entries) => `${bytes(total)} for ${count(entries, 'entry', 'entries')}`,
  place: { slots: 'key and element in the slot', apart: 'key and pointer in the slot, elements apart' },
  head: (size) => `the map, its directory and its tables: ${bytes(size)}`,
  table: (slots, used, size, garbage) => `a table of ${bytes(size)}: ${formatNumber(used)} of ${count(slots, 'slot')} used${garbage ? ', held by nobody' : ''}`,
  elements: (size) => `elements: ${bytes(size)}`,
  goneElements: (size) => `elements let go: ${bytes(size)}`,
  facts: { entries: 'entries', slots: 'slots' },
  number: (value) => formatNumber(value),
};
export default words;
