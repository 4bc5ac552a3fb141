import { readFileSync } from 'node:fs';
import { converter, differenceCiede2000, filterDeficiencyDeuter } from 'culori';
import postcss, { type Rule } from 'postcss';
import { expect, test } from 'vitest';
import { demos } from '../../src/demos/index.ts';
import type { Meaning } from '../../src/demos/scene.ts';
import type { LaneMark } from '../../src/demos/scene-lanes.ts';
import { readCycle } from '../../src/engine/go/gctrace/line.ts';
import { pieces, type Piece } from '../../src/engine/memory/counters/bar.ts';
import { cycleGroups } from '../tools/gctrace/cycle-rows.ts';
import { mapMeanings } from '../tools/process/MapView.tsx';
import { markOf } from '../tools/process/service/Bar.tsx';
import { reachOf } from './lane-reach.ts';
import { classOf } from './legend.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
const tokens = new Map([...read('../../src/styles/tokens.css').matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));

type Styles = Map<string, Map<string, string>>;

/** What a style sheet says of a class of marks alone; with `forced`, to a reader who forces colours. */
function stylesOf(sheet: string, forced: boolean): Styles {
  const styles: Styles = new Map();
  postcss.parse(read(sheet)).walkRules((rule) => {
    if (!forced && rule.parent?.type === 'atrule') return;
    for (const selector of rule.selectors) {
      const name = /^(?:\.account )?\.([mk]-[a-z-]+)$/.exec(selector)?.[1];
      if (name === undefined) continue;
      const style = styles.get(name) ?? new Map<string, string>();
      rule.walkDecls(({ prop, value }) => { style.set(prop, value); });
      styles.set(name, style);
    }
  });
  return styles;
}

const styles = stylesOf('./views.css', false);
const forced: Styles = new Map([...stylesOf('./views.css', true), ...stylesOf('../tools/process/service/service.css', true)]);

interface Look { readonly shape: string; readonly ink: string }

/** A mark's shape, which needs no colour, and the token of its colour. Dashes are dots where they are no longer than the gaps; of a solid mark they are teeth, cut by the ground. */
function lookOf(name: string, size = '', among = styles): Look {
  const style = among.get(name);
  if (!style) throw new Error(`views.css has no rule for .${name}`);
  const [fill, stroke] = [style.get('fill') ?? 'none', style.get('stroke') ?? 'none'];
  const solid = fill.startsWith('var(') && !/--(paper|accent-2)\)/.test(fill);
  const filling = solid ? 'solid' : fill.startsWith('url(') ? fill : fill.includes('accent-2') ? 'tinted' : 'hollow';
  const ink = /--([a-z0-9-]+)/.exec(solid ? fill : stroke)?.[1] ?? '';
  return { shape: [filling, size, solid ? rim(style) : dashes(style), Number(style.get('stroke-width') ?? 1) >= 3 ? 'heavy' : ''].join(' '), ink };
}

function rim(style: ReadonlyMap<string, string>): string {
  const [stroke = 'none', dashed] = [style.get('stroke'), style.has('stroke-dasharray')];
  return stroke === 'none' ? '' : stroke === 'var(--paper)' && dashed ? 'toothed' : 'framed';
}

function dashes(style: ReadonlyMap<string, string>): string {
  const [dash = 0, gap = dash, ...more] = (style.get('stroke-dasharray') ?? '').split(' ').map(Number);
  if (gap === 0) return 'unbroken';
  return more.length > 0 ? 'dash and dot' : dash <= gap ? 'dotted' : 'dashed';
}

const linear = converter('lrgb');
const deuteranopia = filterDeficiencyDeuter(1);

/**
 * What a deuteranope sees: the matrix of Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of
 * Color Vision Deficiency”, IEEE TVCG 15(6), 2009, for severity 1, on linear light.
 */
function seen(colour: string) {
  const { r, g, b } = linear(colour)!;
  return { ...deuteranopia({ mode: 'rgb', r, g, b }), mode: 'lrgb' as const };
}

/** CIEDE2000. 2.3 can just be noticed on a large patch (Mahy, Van Eycken and Oosterlinck 1994); a line a pixel wide needs far more. */
const enough = 20;
const difference = differenceCiede2000();
const apart = (one: string, other: string, theme: (typeof themes)[number]): number => difference(seen(tokens.get(one)![theme]), seen(tokens.get(other)![theme]));

/** Pairs of marks that neither shape nor, to a deuteranope, colour tells apart. */
function confusable(marks: readonly (readonly [name: string, look: Look])[]): readonly string[] {
  return marks.flatMap(([a, one], i) => marks.slice(i + 1).filter(([, other]) => other.shape === one.shape).flatMap(([b, other]) =>
    themes.filter((theme) => apart(one.ink, other.ink, theme) < enough).map((theme) => `${a} and ${b}, ${theme}: ${one.shape}, ΔE ${apart(one.ink, other.ink, theme).toFixed(0)}`)));
}

test('the eye that is simulated is a deuteranope’s: it takes a red and a green of one lightness for nearly the same, and blue for itself', () => {
  expect(difference(seen('#c0602a'), seen('#7f7f18'))).toBeLessThan(enough / 2);
  expect(difference('#c0602a', '#7f7f18')).toBeGreaterThan(enough);
  expect(difference(seen('#0588f0'), '#0588f0')).toBeLessThan(enough / 2);
});

/** As its declaration writes it: to run all demos for this would take ten seconds. */
function legendOf(id: string): readonly Meaning[] {
  const legend = /^ {2}legend: \[(.*)\],$/m.exec(read(`../../src/demos/${id}/demo.ts`))?.[1];
  if (legend === undefined) throw new Error(`src/demos/${id}/demo.ts declares no legend`);
  return [...legend.matchAll(/'([a-z ]+)'/g)].map(([, meaning]) => meaning as Meaning);
}

test.each(Object.keys(demos))('what the legend of %s explains is told apart without red and green', (id) => {
  expect(confusable(legendOf(id).map((meaning) => [meaning, lookOf(classOf(meaning))]))).toEqual([]);
});

/** What views.css says of marks that are now: has it a line of paper within? */
function isSetOff(name: string): boolean {
  let found = false;
  postcss.parse(read('./views.css')).walkDecls('outline', ({ value, parent }) => { found ||= value.includes('var(--paper)') && (parent as Rule).selector.includes(`.cell.${name}.now`); });
  return found;
}

test.each(['live', 'resident', 'black'])('a cell that is %s, and now: its outline is told apart from its filling without red and green, or set off', (name) => {
  const { ink } = lookOf(`m-${name}`);
  expect(isSetOff(`m-${name}`) || themes.every((theme) => apart('accent', ink, theme) >= enough)).toBe(true);
});

test('who works in a lane is told apart without red and green', () => {
  const kinds = Object.keys(reachOf) as LaneMark['kind'][];
  expect(confusable(kinds.map((kind) => [kind, lookOf(`k-${kind}`, `${reachOf[kind].up}/${reachOf[kind].down}`)]))).toEqual([]);
});

/** Pairs that look alike to a reader who forces colours: two inks may be one there, so only shapes count. */
function alikeWhenForced(names: Iterable<string>, sizeOf: (name: string) => string = () => ''): readonly string[] {
  const marks = [...new Set(names)].map((name) => [name, lookOf(name, sizeOf(name), forced).shape.replace('tinted', 'hollow')] as const);
  return marks.flatMap(([a, one], i) => marks.slice(i + 1).filter(([, other]) => other === one).map(([b]) => `${a} and ${b}: ${one}`));
}

test.each(Object.keys(demos))('in forced colours what the legend of %s explains has a shape each', (id) => {
  expect(alikeWhenForced(legendOf(id).map(classOf))).toEqual([]);
});

test('in forced colours who works in a lane has a shape each', () => {
  const sizes = new Map(Object.entries(reachOf).map(([kind, { up, down }]) => [`k-${kind}`, `${up}/${down}`]));
  expect(alikeWhenForced(sizes.keys(), (name) => sizes.get(name)!)).toEqual([]);
});

test('in forced colours what a map of the reader’s process means has a shape each', () => {
  expect(alikeWhenForced(mapMeanings.map(classOf))).toEqual([]);
});

test('in forced colours the pieces of an account have a shape each, with Go’s counters and without', () => {
  const coarse: readonly Piece[] = ['process', 'anon'];
  expect(alikeWhenForced(pieces.filter((piece) => !coarse.includes(piece)).map(markOf))).toEqual([]);
  for (const whole of coarse) expect(alikeWhenForced(([whole, 'cache', 'kernel', 'rest'] as const).map(markOf))).toEqual([]);
});

test('in forced colours the parts of a cycle in gctrace have a shape each', () => {
  const line = readCycle('gc 7 @0.073s 2%: 0.03+2.1+0.02 ms clock, 0.06+0.1/2.0/0.3+0.04 ms cpu, 4->5->2 MB, 5 MB goal, 8 P', 1, 0)!;
  for (const { rows } of cycleGroups(line, { least: 1, most: 2, inside: true })) expect(alikeWhenForced(rows.map(({ mark }) => classOf(mark)))).toEqual([]);
});
