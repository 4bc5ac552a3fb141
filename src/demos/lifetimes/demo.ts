import { Lifetimes, type LifeEvent, type LifeObject, type LifePicture } from '../../engine/go/lifetimes/lifetimes.ts';
import { defineDemo } from '../demo.ts';
import type { GraphEdge, GraphNode } from '../scene-graph.ts';
import type { Scenes } from '../scene.ts';
import { readLives } from './read.ts';
import type { LifeWords } from './words.ts';

const recorded = (script: string) => async () => (await import('./recorded.ts')).recordedLives(script);

/** Three objects in a row, each with one of these; as recorded. */
const three = (each: string, ring: string, cycles: number): string => `new a ${each}\nnew b ${each}\nnew c ${each}\na -> b\nb -> c\n${ring}drop a b c\n${'gc\n'.repeat(cycles)}`.trim();
const four = 'new a finalizer weak\nnew b cleanup cleanup weak\nnew c finalizer weak\nnew d cleanup cleanup weak\nnew e finalizer weak\nnew f cleanup cleanup weak\nnew g finalizer weak\nnew h cleanup cleanup weak\ndrop a c e g b d f h\ngc\ngc';

export default defineDemo({
  controls: {},
  presets: {
    chain: { program: three('finalizer', '', 4), still: { op: 11, moment: 2 } },
    chainCleanups: { program: three('cleanup', '', 2), still: 'end' },
    ring: { program: three('finalizer', 'c -> a\n', 3), still: 'end' },
    ringCleanups: { program: three('cleanup', 'c -> a\n', 2), still: 'end' },
    four: { program: four, still: 'end' },
  },
  machine: () => new Lifetimes(),
  read: readLives,
  view: 'graph',
  legend: ['live', 'garbage'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    chain: { preset: 'chain', of: ({ picture }) => ({ value: picture.ran.length, unit: 'count' }) },
    ring: { preset: 'ring', of: ({ picture }) => ({ value: picture.objects.filter(({ freed }) => !freed).length, unit: 'count' }) },
  },
  check: {
    chain: recorded('a chain of three with finalizers: one a collection'),
    chainCleanups: recorded('a chain of three with cleanups: all at once'),
    ring: recorded('a cycle with finalizers: never'),
    ringCleanups: recorded('a cycle with cleanups: at once'),
    four: recorded('four with a finalizer, four with two cleanups'),
  },
});

/** Four objects to a row, on a board 360 wide. */
const perRow = 4;
const place = (i: number): { readonly x: number; readonly y: number } => ({ x: 48 + (i % perRow) * 88, y: 40 + Math.floor(i / perRow) * 92 });

function draw(picture: LifePicture, words: LifeWords, { event }: { readonly event: LifeEvent | undefined }): Scenes['graph'] {
  const { objects, ran, cycles } = picture;
  const nodes = objects.map((one, i) => nodeOf(one, i, picture, words, event));
  return {
    marks: [...(nodes.length > 0 ? nodes : [nothingYet]), ...edgesOf(picture)],
    frame: { height: 104 + Math.max(0, Math.ceil(objects.length / perRow) - 1) * 92, note: words.verdict(cycles, ran) },
    facts: [
      ...objects.map((one) => ({ label: one.name, value: [words.carries(one), words.weak[one.weak], stateOf(one, picture, words)].filter(Boolean).join(' · ') })),
      { label: words.ran, value: words.list(ran) || '–' },
    ],
  };
}

/** Stands where the first object will be. */
const nothingYet: GraphNode = { part: 'node', key: 'none', ...place(0), label: '–', note: '', paint: 'gone', now: false };

/** Not held, but marked: a finalizer may still use it. */
const isKept = ({ name }: LifeObject, { marked, reachable }: LifePicture): boolean => marked.includes(name) && !reachable.includes(name);

const stateOf = (one: LifeObject, picture: LifePicture, words: LifeWords): string => words.state(one, picture.reachable.includes(one.name), isKept(one, picture));

function nodeOf(one: LifeObject, i: number, picture: LifePicture, words: LifeWords, event: LifeEvent | undefined): GraphNode {
  const paint = one.freed ? 'gone' : picture.reachable.includes(one.name) ? 'live' : isKept(one, picture) || (event?.kind === 'resurrected' && event.name === one.name) ? 'grey' : 'garbage';
  const now = event !== undefined && 'name' in event && event.name === one.name;
  return { part: 'node', key: one.name, ...place(i), label: one.name, note: one.freed ? '' : paint === 'grey' ? words.kept : words.carries(one), paint, now, badge: one.weak === 'none' ? undefined : one.weak === 'nil' ? '∅' : 'w' };
}

const edgesOf = ({ objects }: LifePicture): readonly GraphEdge[] =>
  objects.filter(({ freed }) => !freed).flatMap(({ name, points }) => points.map((to): GraphEdge => ({ part: 'edge', key: `${name}>${to}`, from: name, to, label: '', dangling: false, now: false })));
