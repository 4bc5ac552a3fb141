import { MarkOrder, type Fetched, type MarkAnswer, type MarkOp, type MarkPicture, type MarkState, type VisitEvent } from '../../engine/go/mark-order/mark-order.ts';
import { heapOf, type Shape } from '../../engine/go/mark-order/object-heap.ts';
import type { Options } from '../control.ts';
import { defineDemo, type Finished } from '../demo.ts';
import type { Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import { cacheLines, controls } from './controls.ts';
import type { Presets, TeaWords } from './words.ts';

type Chosen = Options<typeof controls>;

const both: readonly MarkOp[] = [{ do: 'mark', by: 'flood' }, { do: 'mark', by: 'tea' }];
const preset = (shape: Shape) => ({ options: { shape }, program: () => both, still: 'end' as const });

export default defineDemo({
  controls,
  presets: { random: preset('random'), shuffled: preset('shuffled'), tree: preset('tree'), list: preset('list') },
  machine: ({ shape, pages }: Chosen, seed) => new MarkOrder(heapOf(shape, pages, seed), cacheLines),
  view: 'strips',
  legend: ['white', 'grey', 'black'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    objects: { preset: 'random', of: ({ answers }) => ({ value: answers[0]!.objects, unit: 'count' }) },
    flood: visitsOf('random', 0),
    tea: visitsOf('random', 1),
    shuffledFlood: visitsOf('shuffled', 0),
    listTea: visitsOf('list', 1),
    floodLines: linesOf('random', 0),
    teaLines: linesOf('random', 1),
    treeFloodLines: linesOf('tree', 0),
    treeTeaLines: linesOf('tree', 1),
    listFloodLines: linesOf('list', 0),
    listTeaLines: linesOf('list', 1),
  },
});

function visitsOf(of: Presets, nth: number) {
  return { preset: of, of: ({ answers }: Finished<MarkAnswer, MarkPicture>) => ({ value: answers[nth]!.visits, unit: 'count' as const }) };
}

function linesOf(of: Presets, nth: number) {
  return { preset: of, of: ({ answers }: Finished<MarkAnswer, MarkPicture>) => ({ value: sum(answers[nth]!.fetched), unit: 'count' as const }) };
}

const sum = ({ object, record }: Fetched): number => object + record;

/** Bytes of an object, of a page, and where in the page the objects end. */
const size = 512;
const page = 8192;

function draw({ heap, states }: MarkPicture, words: TeaWords, { event }: { readonly event: VisitEvent | undefined }): Scenes['strips'] {
  const pages = heap.points.length / heap.perPage;
  return {
    marks: states.flatMap((state) => state.scannedIn.map((_, object) => markOf(state, object, heap.perPage, event, words))),
    frame: { lanes: states.map((state, i) => laneOf(state, i, pages, words)) },
    facts: states.flatMap((state) => [{ label: words.names[state.by], value: words.visits(state.visits, scannedOf(state)) }, { label: words.linesOf(state.by), value: words.lines(state.fetched) }]),
  };
}

const scannedOf = ({ scannedIn }: MarkState): number => scannedIn.filter((nth) => nth !== undefined && nth > 0).length;

function laneOf(state: MarkState, i: number, pages: number, words: TeaWords): StripLane {
  const { by, visits, fetched } = state;
  return { key: by, name: words.names[by], figure: words.figure(visits, sum(fetched)), base: i * pages * page, size: pages * page, perRow: page, ruler: false, close: true };
}

function markOf({ by, scannedIn }: MarkState, object: number, perPage: number, event: VisitEvent | undefined, words: TeaWords): StripMark {
  const nth = scannedIn[object];
  const [inPage, of] = [object % perPage, Math.floor(object / perPage)];
  const meaning: Meaning = nth === undefined ? 'white' : nth === 0 ? 'grey' : 'black';
  const now = event?.by === by && event.scanned.includes(object);
  return { key: `${by}/${object}`, addr: of * page + inPage * size, size, meaning, label: nth ? String(nth) : '', title: words.object(inPage, of, nth), held: event?.by === by && event.page === of, now };
}
