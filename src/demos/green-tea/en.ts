import type { VisitEvent } from '../../engine/go/mark-order/mark-order.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { TeaWords } from './words.ts';

const count = (of: number, one: string): string => (of === 1 ? `one ${one}` : `${formatNumber(of)} ${one}s`);

const words: TeaWords = {
  title: 'Green Tea and the graph flood',
  caption: 'The same objects, marked twice; each row is a page, and each number says in which visit the object was scanned. The flood goes where the next pointer leads. Green Tea lets a page wait until its turn, and then scans all that was found in it.',
  controls: { shape: 'heap', pages: 'pages' },
  choices: { random: 'pointers everywhere', shuffled: 'shuffled slice', tree: 'tree', list: 'list' },
  presets: { random: 'pointers everywhere', shuffled: 'a shuffled slice of pointers', tree: 'a tree, as it was built', list: 'a linked list' },
  kinds: { first: 'a page for the first time', again: 'a page once more' },
  events: {
    first: (event) => visit(event),
    again: (event) => visit(event),
  },
  op: ({ by }) => (by === 'flood' ? 'Next: the flood marks. The object found last is scanned first.' : 'Next: Green Tea marks. Pages wait in a queue; the one that has waited longest comes first.'),
  answer: ({ by }, { visits, objects }) => `${by === 'flood' ? 'The flood' : 'Green Tea'}: ${count(objects, 'object')} in ${count(visits, 'visit')}.`,
  end: 'Both have marked the same objects.',
  errors: {},
  help: 'Objects of 512 bytes, fifteen to a page. A visit ends when the next object lies in another page. One P; what other Ps would take from the queue is left out.',
  names: { flood: 'graph flood', tea: 'Green Tea' },
  visits: (visits, objects) => (visits === 0 ? 'not begun' : `${count(visits, 'visit')}, ${formatNumber(objects / visits, 1)} objects each`),
  object: (index, page, nth) => `page ${page}, object ${index}: ${nth === undefined ? 'not found yet' : nth === 0 ? 'found, waits' : `scanned in visit ${nth}`}`,
};

function visit({ by, nth, page, scanned, found, kind, waiting }: VisitEvent): string {
  const what = `Visit ${formatNumber(nth)}: page ${page}${kind === 'again' ? ', once more' : ''}. ${count(scanned.length, 'object')} scanned, ${found.length === 0 ? 'nothing new' : `${formatNumber(found.length)} found`}; ${formatNumber(waiting)} wait.`;
  return `${by === 'flood' ? 'Flood' : 'Green Tea'}. ${what}`;
}
export default words;
