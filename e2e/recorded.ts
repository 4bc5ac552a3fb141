import type { Seen } from './seen.ts';

/** One record of both lights: where the dark differs, `light/dark`. */
export const inBothLights = (light: readonly Seen[], dark: readonly Seen[]): readonly Seen[] =>
  light.map(({ shape, paint }, i) => ({ shape: either(shape, dark[i]?.shape ?? ''), paint: either(paint, dark[i]?.paint ?? '') }))
    .concat(dark.slice(light.length).map(({ shape, paint }) => ({ shape: `only in the dark: ${shape}`, paint })));

function either(light: string, dark: string): string {
  const [lights, darks] = [light.split(/(,? )/), dark.split(/(,? )/)];
  return lights.length === darks.length ? lights.map((word, i) => (word === darks[i] ? word : `${word}/${darks[i]}`)).join('') : `${light} / ${dark}`;
}

/** A record as lines: English in full, and of Chinese what is otherwise, each with its place in the order of painting. A mark without a paint has that of the one of its kind before; `M…` is the same path. */
export function linesOf(en: readonly Seen[], zh: readonly Seen[]): readonly string[] {
  const last = new Map<string, string>();
  const lines = en.map(({ shape, paint }) => {
    const kind = shape.split(' ', 1)[0]!;
    const before = last.get(kind) ?? '';
    last.set(kind, paint);
    return before === paint ? shape : `${shape} · ${paint || 'plain'}`;
  });
  const others = zh.flatMap((each, i) => otherwise(each, en[i] ?? { shape: '', paint: '' }).map((line) => `${i}: ${line}`));
  return [...lines, '# zh', ...others, `${zh.length} of ${en.length}`, ''];
}

function otherwise(zh: Seen, en: Seen): readonly string[] {
  if (zh.shape === en.shape && zh.paint === en.paint) return [];
  const path = / M.*$/.exec(zh.shape)?.[0];
  const shape = path !== undefined && en.shape.endsWith(path) ? `${zh.shape.slice(0, -path.length)} M…` : zh.shape;
  return [zh.paint === en.paint ? shape : `${shape} · ${zh.paint || 'plain'}`];
}

/**
 * The lines as they are kept, where their places differ by a tenth of a pixel at most: another processor may round a sum of
 * fractions to the other side. Words and paints are the same to the letter.
 */
export const asKept = (lines: readonly string[], kept: readonly string[]): readonly string[] => lines.map((line, i) => (isNear(line, kept[i] ?? '') ? kept[i]! : line));

const number = /-?\d+(?:\.\d+)?/g;
/** What a line says of places ends where words or paints begin. */
const placesOf = (line: string): string => /^[^"·]*/.exec(line)![0];

function isNear(line: string, kept: string): boolean {
  const [here, there] = [placesOf(line), placesOf(kept)];
  const [ours, theirs] = [here, there].map((places) => (places.match(number) ?? []).map(Number)) as [number[], number[]];
  const sameButNumbers = here.replace(number, '') === there.replace(number, '') && line.slice(here.length) === kept.slice(there.length);
  return sameButNumbers && ours.length === theirs.length && ours.every((each, i) => Math.abs(each - theirs[i]!) < 0.11);
}
