import { expect, test } from 'vitest';
import { drawnOver } from './hatching.ts';

const box = { x: 10, y: 20, width: 6, height: 4 };

test('bars stand where a pattern counted from the origin has them, as wide as its line, from above the box to below it', () => {
  const { d, style, turned } = drawnOver(box, { tile: 3, turned: 0, piece: { x1: '1', x2: '1', y2: '3', stroke: 'red', 'stroke-width': '1.5' } });
  const bars = [...d.matchAll(/M([\d.-]+) ([\d.-]+)h1\.5V([\d.-]+)h-1\.5z/g)].map(([, left, top, bottom]) => [left, top, bottom].map(Number));
  expect(bars.map(([left]) => left)).toEqual([9.25, 12.25, 15.25]);
  expect(bars.every(([, top, bottom]) => top! <= 20 && bottom! >= 24)).toBe(true);
  expect([style, turned]).toEqual(['fill: red; stroke: none', 0]);
});

test('lines lie across, and a line turned by half a right angle reaches over the whole box', () => {
  expect(drawnOver(box, { tile: 4, turned: 0, piece: { x2: '4', y1: '2', y2: '2', stroke: 'red' } }).d).toMatch(/^M9 17\.5v1H17v-1zM9 21\.5v1H17v-1zM9 25\.5/);
  const { d } = drawnOver(box, { tile: 4, turned: 45, piece: { x1: '1', x2: '1', y2: '4', stroke: 'red' } });
  const lefts = [...d.matchAll(/M([\d.-]+) /g)].map(([, left]) => Number(left));
  const along = [10 + 20, 16 + 24].map((sum) => sum / Math.SQRT2); // of the corner nearest the origin, and of the farthest
  expect(lefts[0]!).toBeLessThanOrEqual(along[0]!);
  expect(lefts.at(-1)! + 4).toBeGreaterThanOrEqual(along[1]!);
});

test('a dot is as large as its circle with the line round it', () => {
  const { d, style } = drawnOver(box, { tile: 4, turned: 0, piece: { cx: '2', cy: '2', r: '0.6', stroke: 'red', 'stroke-width': '1.2' } });
  expect(d).toContain('M14 22h.01');
  expect(style).toBe('fill: none; stroke: red; stroke-width: 2.4; stroke-linecap: round');
});
