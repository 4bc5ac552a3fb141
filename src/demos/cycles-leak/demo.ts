import { RefCount } from '../../engine/collectors/ref-count.ts';
import type { ObjectPicture } from '../../engine/collectors/picture.ts';
import { SideBySide, type NamedOp, type SideEvent, type SidePicture } from '../../engine/collectors/side-by-side.ts';
import { defineDemo } from '../demo.ts';
import { writeObject } from '../object-program.ts';
import type { Fact, Scenes } from '../scene.ts';
import type { GraphEdge, GraphNode } from '../scene-graph.ts';
import { above, places } from './places.ts';
import { lastDropOf, programs } from './programs.ts';
import { readFew } from './read.ts';
import type { CycleWords } from './words.ts';

/** Bytes of memory: more than the board has room for. */
const heap = 4096;

export default defineDemo({
  controls: {},
  presets: {
    ring: { program: programs.ring, still: { op: lastDropOf(programs.ring), moment: 3 } },
    chain: { program: programs.chain, still: { op: lastDropOf(programs.chain), moment: 0 } },
    outside: { program: programs.outside, still: { op: lastDropOf(programs.outside), moment: 3 } },
    tree: { program: programs.tree, still: { op: lastDropOf(programs.tree), moment: 3 } },
  },
  machine: () => new SideBySide([new RefCount({ heap })], true),
  read: readFew,
  sketch: (op: NamedOp) => writeObject(op),
  view: 'graph',
  legend: ['live', 'garbage'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    leaked: { preset: 'ring', of: () => ({ value: leakedAfter(programs.ring), unit: 'count' }) },
    leakedTree: { preset: 'tree', of: () => ({ value: leakedAfter(programs.tree), unit: 'count' }) },
  },
});

/** Objects that nothing leads to and that are not freed, before anybody looks for rings. */
function leakedAfter(program: string): number {
  const machine = new SideBySide([new RefCount({ heap })]);
  for (const op of readFew(program).ops.slice(0, lastDropOf(program) + 1)) machine.apply(op);
  return leaked(machine.picture()).length;
}

const leaked = ({ lanes }: SidePicture): readonly ObjectPicture[] => lanes[0]!.objects.filter(({ reachable }) => !reachable);

function draw(picture: SidePicture, words: CycleWords, { event }: { readonly event: SideEvent | undefined }): Scenes['graph'] {
  const { objects, roots } = picture.lanes[0]!;
  const lost = leaked(picture).map(({ id }) => picture.names[id]!);
  const name = free(picture.names);
  return {
    marks: [...variables(roots, picture), ...nodes(picture, words, event), ...objects.flatMap((object) => edgesOf(object, picture, event))],
    frame: {
      height: 300, note: lost.length > 0 ? words.leaked(lost) : '',
      adds: [...(name === undefined ? [] : [{ line: `${name} = new 24 2`, label: words.add }]), { line: 'collect', label: words.collect }],
    },
    facts: [...objects.map((object) => factOf(object, picture, words)), { label: words.variables, value: roots.map((id) => picture.names[id]).join(', ') || words.none }],
  };
}

/** A name that nothing has had; none when the board is full. */
function free(names: SidePicture['names']): string | undefined {
  const taken = new Set(Object.values(names));
  return taken.size < places.length ? [...'abcdefghijklmnop'].find((letter) => !taken.has(letter)) : undefined;
}

/** Objects in their places; those that are gone leave a ghost. */
function nodes({ lanes, names }: SidePicture, words: CycleWords, event: SideEvent | undefined): readonly GraphNode[] {
  const alive = new Map(lanes[0]!.objects.map((object) => [object.id, object]));
  const now = event?.kind === 'step' && 'id' in event.step ? event.step.id : undefined;
  return Object.entries(names).map(([each, label]): GraphNode => {
    const id = Number(each);
    const [x, y] = places[id]!;
    const object = alive.get(id);
    return { part: 'node', key: label, x, y, label, note: noteOf(object, words), paint: paintOf(object), now: now === id, badge: object && String(object.count), touch: object?.reachable === true ? touchOf(object, label, lanes[0]!.roots) : undefined };
  });
}

function noteOf(object: ObjectPicture | undefined, words: CycleWords): string {
  if (!object) return words.freed;
  return object.color === 'grey' ? words.onTrial : '';
}

function paintOf(object: ObjectPicture | undefined): GraphNode['paint'] {
  if (!object) return 'gone';
  if (object.color === 'grey') return 'grey';
  return object.reachable ? 'live' : 'garbage';
}

/** A pointer is drawn in the first field that has none, or else in the last. */
function touchOf({ id, fields }: ObjectPicture, name: string, roots: readonly number[]): GraphNode['touch'] {
  const empty = fields.indexOf(-1);
  const field = empty < 0 ? fields.length - 1 : empty;
  return { link: `${name}.${field} = `, again: `${roots.includes(id) ? 'drop' : 'hold'} ${name}` };
}

/** One that holds nothing, when none does. */
const noVariable: GraphNode = { part: 'node', key: 'variable', x: 20, y: 18, label: 'var', note: '', paint: 'register', now: false };

function variables(roots: readonly number[], { names }: SidePicture): readonly (GraphNode | GraphEdge)[] {
  if (roots.length === 0) return [noVariable];
  return roots.flatMap((id): (GraphNode | GraphEdge)[] => {
    const [key, to] = [`variable ${names[id]}`, names[id]!];
    const [x, y] = places[id]!;
    return [
      { part: 'node', key, x, y: y - above, label: 'var', note: '', paint: 'register', now: false },
      { part: 'edge', key: `${key} to`, from: key, to, label: '', dangling: false, now: false, cut: `drop ${to}` },
    ];
  });
}

function edgesOf({ id, fields, reachable }: ObjectPicture, { names }: SidePicture, event: SideEvent | undefined): readonly GraphEdge[] {
  const written = event?.kind === 'set' && event.op.id === id ? event.op.field : undefined;
  return fields.flatMap((target, field): GraphEdge[] => (target < 0 ? [] : [{
    part: 'edge', key: `${names[id]}.${field}`, from: names[id]!, to: names[target]!, label: '', dangling: false, now: written === field, cut: reachable ? `${names[id]}.${field} = nil` : undefined,
  }]));
}

function factOf(object: ObjectPicture, { names }: SidePicture, words: CycleWords): Fact {
  const targets = object.fields.filter((target) => target >= 0).map((target) => names[target]).join(', ');
  return { label: names[object.id]!, value: [words.count(object.count ?? 0), noteOf(object, words), object.reachable ? '' : words.unreachable, targets === '' ? '' : words.pointsTo(targets)].filter(Boolean).join(' · ') };
}
