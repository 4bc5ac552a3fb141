import { BoardMachine, type BoardEvent, type BoardOp, type BoardPicture } from '../../engine/collectors/tricolor/board.ts';
import { nil } from '../../engine/collectors/tricolor/world.ts';
import { silent } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Scenes } from '../scene.ts';
import type { GraphEdge, GraphNode } from '../scene-graph.ts';
import { boards, fieldNames, foresightOn, levels, names, proved, rules, type Level } from './boards.ts';
import { nameOf, readMoves, write } from './notation.ts';
import type { HideWords } from './words.ts';

/** The trick that each level is about, played to the end. On the last one of each pair it fails. */
const hideInStack = 'r1 = A.next\nA.next = nil\ngc: scan A\ngc: sweep';
const hideInHeap = 'G.right = D\nr1 = nil\ngc: scan stack\ngc: go on to the end';

export default defineDemo({
  controls: { level: silent(levels) },
  presets: {
    none: { options: { level: 'none' }, program: 'r1 = A.next\nG.right = B\nA.next = nil\ngc: go on to the end', still: { op: 0, moment: 0 } },
    dijkstra: { options: { level: 'dijkstra' }, program: hideInStack, still: { op: 0, moment: 0 } },
    rescan: { options: { level: 'rescan' }, program: 'r1 = A.next\nA.next = nil\ngc: go on to the end', still: { op: 0, moment: 0 } },
    yuasa: { options: { level: 'yuasa' }, program: hideInHeap, still: { op: 0, moment: 0 } },
    hybrid: { options: { level: 'hybrid' }, program: hideInHeap, still: { op: 0, moment: 0 } },
  },
  machine: ({ level }: { readonly level: Level }) => new BoardMachine(boards[level], rules[level], foresightOn(level)),
  read: readMoves,
  view: 'graph',
  legend: ['white', 'grey', 'black'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  moves: {
    from: movesOf, write, own: (op: BoardOp) => !write(op).startsWith('gc:'),
    winning: ({ outlook }) => (typeof outlook === 'object' && 'loss' in outlook ? outlook.loss : undefined),
    over: ({ outlook }) => outlook === 'lost' || outlook === 'over',
  },
  claims: {
    proved: { preset: 'hybrid', of: () => ({ value: proved.hybrid!, unit: 'count' }) },
    provedRescan: { preset: 'rescan', of: () => ({ value: proved.rescan!, unit: 'count' }) },
    moves: { preset: 'none', of: () => ({ value: new BoardMachine(boards.none, rules.none).explore().loss!.steps.length, unit: 'count' }) },
  },
});

/** What may be done next; beside single steps of the collector, all that are left. */
function movesOf({ steps }: BoardPicture): readonly BoardOp[] {
  const collects = steps.some((step) => write(step).startsWith('gc:'));
  return collects ? [...steps, { do: 'finish marking' }] : steps;
}

/** Where each object stands, on a board 360 wide. */
const places: readonly (readonly [x: number, y: number])[] = [[60, 44], [150, 44], [240, 84], [318, 150], [150, 176]];
const registerPlaces: readonly (readonly [x: number, y: number])[] = [[34, 156], [34, 200]];

function draw(picture: BoardPicture, words: HideWords, { event }: { readonly event: BoardEvent | undefined }): Scenes['graph'] {
  const now = new Set(event && 'shaded' in event ? event.shaded : event?.kind === 'lost' ? event.lost : []);
  return {
    marks: [...nodesOf(picture, words, now), ...edgesOf(picture, event)],
    frame: { height: 268, note: words.outlook(picture.outlook), stack: { x: 10, y: 130, width: 48, height: 96, label: picture.stackScanned ? words.scanned : words.stack } },
    facts: factsOf(picture, words),
  };
}

function nodesOf({ objects, registers }: BoardPicture, words: HideWords, now: ReadonlySet<number>): readonly GraphNode[] {
  const each = objects.map(({ color, lost }, object): GraphNode => {
    const paint = lost ? 'lost' : color;
    return { part: 'node', key: names[object]!, x: places[object]![0], y: places[object]![1], label: names[object]!, note: paint === 'gone' || paint === 'lost' ? words.colors[paint] : '', paint, now: now.has(object) };
  });
  const held = registers.map((_target, register): GraphNode =>
    ({ part: 'node', key: `r${register}`, x: registerPlaces[register]![0], y: registerPlaces[register]![1], label: `r${register}`, note: '', paint: 'register', now: false }));
  return [...each, ...held];
}

function edgesOf({ objects, registers }: BoardPicture, event: BoardEvent | undefined): readonly GraphEdge[] {
  const step = event && 'step' in event ? event.step : undefined;
  const isGone = (target: number): boolean => objects[target]!.color === 'gone';
  const fields = objects.flatMap(({ fields: targets }, object) => targets.flatMap((target, field): GraphEdge[] => (target === nil ? [] : [{
    part: 'edge', key: `${names[object]}.${fieldNames[object]![field]}`, from: names[object]!, to: names[target]!, label: fieldNames[object]![field]!, dangling: isGone(target),
    now: step?.do === 'store' && step.object === object && step.field === field,
  }])));
  const held = registers.flatMap((target, register): GraphEdge[] => (target === nil ? [] : [{
    part: 'edge', key: `r${register} to`, from: `r${register}`, to: names[target]!, label: '', dangling: isGone(target), now: step?.do === 'load' && step.register === register,
  }]));
  return [...fields, ...held];
}

function factsOf(picture: BoardPicture, words: HideWords): readonly Fact[] {
  const targets = (all: readonly number[]): string => all.filter((target) => target !== nil).map(nameOf).join(', ');
  const objects = picture.objects.map(({ color, fields, lost }, object): Fact => ({
    label: names[object]!,
    value: `${words.colors[lost ? 'lost' : color]}; ${targets(fields) === '' ? words.facts.nothing : words.facts.pointsTo(targets(fields))}`,
  }));
  const held = targets(picture.registers);
  return [
    { label: words.facts.outlook, value: words.outlook(picture.outlook) },
    ...objects,
    { label: words.facts.registers, value: held === '' ? words.facts.nothing : words.facts.held(held) },
  ];
}
