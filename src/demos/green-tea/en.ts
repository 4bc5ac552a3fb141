import { lineSize } from '../../engine/go/mark-order/line-cache.ts';
import type { VisitEvent } from '../../engine/go/mark-order/mark-order.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { cacheLines } from './controls.ts';
import type { TeaWords } from './words.ts';

const count = (of: number, one: string): string => (of === 1 ? `one ${one}` : `${formatNumber(of)} ${one}s`);
/** At the beginning of a sentence. */
const Count = (of: number, one: string): string => (of === 1 ? `One ${one}` : count(of, one));


const words: TeaWords = {
  title: 'Green Tea and the graph flood',
  caption: 'The same objects, marked twice; each row is a page, and each number says in which visit the object was scanned. The flood goes where the next pointer leads. Green Tea lets a page wait until its turn, and then scans all that was found in it. Lines are what had to be fetched from memory for that.',
  controls: { shape: 'heap', pages: 'pages' },
  choices: { random: 'pointers everywhere', shuffled: 'shuffled slice', tree: 'tree', list: 'list' },
  presets: { random: 'pointers everywhere', shuffled: 'a shuffled slice of pointers', tree: 'a tree, as it was built', list: 'a linked list' },
  kinds: { first: 'a page for the first time', again: 'a page once more' },
  events: {
    first: (event) => visit(event),
    again: (event) => visit(event),
  },
  op: ({ by }) => (by === 'flood' ? 'Next: the flood marks. The object found last is scanned first.' : 'Next: Green Tea marks. Pages wait in a queue; the one that has waited longest comes first.'),
  answer: ({ by }, { visits, objects, fetched: { object, record } }) => `${by === 'flood' ? 'The flood' : 'Green Tea'}: ${count(objects, 'object')} in ${count(visits, 'visit')}, ${count(object + record, 'cache line')} fetched from memory.`,
  end: 'Both have marked the same objects.',
  errors: {},
  help: `Objects of 512 bytes, fifteen to a page. A visit ends when the next object lies in another page. One P; what other Ps would take from the queue is left out. A cache line has ${formatNumber(lineSize)} bytes. The cache holds ${formatNumber(cacheLines)} of them and drops the one unused for longest: to so small a heap what a real one is to millions of objects. Counted are roots, queue, mark and pointer bits, what leads to them, and of each object its first line, where its pointers are. Prefetching and vectors are left out.`,
  names: { flood: 'graph flood', tea: 'Green Tea' },
  visits: (visits, objects) => (visits === 0 ? 'not begun' : `${count(visits, 'visit')}, ${formatNumber(objects / visits, 1)} ${objects === visits ? 'object' : 'objects'} each`),
  linesOf: (by) => (by === 'flood' ? 'graph flood, lines fetched' : 'Green Tea, lines fetched'),
  lines: ({ object, record }) => `${formatNumber(object + record)}: ${formatNumber(object)} of objects, ${formatNumber(record)} of marks, spans and queues`,
  figure: (visits, lines) => (visits === 0 ? 'not begun' : `${count(visits, 'visit')}, ${formatNumber(lines)} lines`),
  object: (index, page, nth) => `page ${page}, object ${index}: ${nth === undefined ? 'not found yet' : nth === 0 ? 'found, waits' : `scanned in visit ${nth}`}`,
};

function visit({ by, nth, page, scanned, found, kind, waiting }: VisitEvent): string {
  const what = `Visit ${formatNumber(nth)}: page ${page}${kind === 'again' ? ', once more' : ''}. ${Count(scanned.length, 'object')} scanned, ${found.length === 0 ? 'nothing new' : `${formatNumber(found.length)} found`}; ${waiting === 1 ? 'one waits' : `${formatNumber(waiting)} wait`}.`;
  return `${by === 'flood' ? 'Flood' : 'Green Tea'}. ${what}`;
}
export default words;
