import { readFileSync } from 'node:fs';
import * as radix from '@radix-ui/colors';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Every `--name: light-dark(#…, #…)` of the sheet. */
const tokens = new Map([...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
const themes = ['light', 'dark'] as const;

const palette = new Set(Object.values(radix).flatMap((scale) => Object.values(scale as Record<string, string>)));

const channel = (byte: number): number => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const contrastOf = (text: string, ground: string, theme: 'light' | 'dark') => contrast(tokens.get(text)![theme], tokens.get(ground)![theme]);

const marks = ['reserved', 'mapped', 'resident', 'free', 'live', 'garbage', 'moved', 'file', 'kernel', 'cached', 'warn'];
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'warn'];
const codeTokens = [...tokens.keys()].filter((name) => name.startsWith('astro-code-token'));

test('Black on white has the contrast WCAG says, 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test.each([...tokens])('--%s is a colour of the palette in both themes', (_name, { light, dark }) => {
  expect(palette).toContain(light);
  expect(palette).toContain(dark);
});

test.each(texts.flatMap((name) => themes.map((theme) => [name, theme] as const)))('Text in --%s can be read on paper, %s', (name, theme) => {
  expect(contrastOf(name, 'paper', theme)).toBeGreaterThanOrEqual(4.5);
});

test.each(['ink', 'ink-2', ...codeTokens].flatMap((name) => themes.map((theme) => [name, theme] as const)))('Text in --%s can be read on code’s ground, %s', (name, theme) => {
  expect(contrastOf(name, 'paper-2', theme)).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)('Ink can be read on a marked word, %s', (theme) => {
  expect(contrastOf('ink', 'accent-2', theme)).toBeGreaterThanOrEqual(4.5);
});

test.each(marks.flatMap((name) => themes.map((theme) => [name, theme] as const)))('A mark in --%s stands out from paper, and text on it can be read, %s', (name, theme) => {
  expect(contrastOf(name, 'paper', theme)).toBeGreaterThanOrEqual(3);
  expect(contrastOf(`${name}-ink`, name, theme)).toBeGreaterThanOrEqual(4.5);
});
