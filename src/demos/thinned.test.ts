import { max, min } from 'd3-array';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, thinner, type Point } from './thinned.ts';

const room = { most: 100, columns: 5 };
const column = (x: number): number => Math.floor((x / room.most) * room.columns);
const thinned = (whole: readonly Point[]): readonly Point[] => thinner(whole, ([x]) => x, room)(([, y]) => y);

/** What is painted of a line in one column: how low and how high it goes there, and where it comes in and leaves. */
function painted(line: readonly Point[], at: number) {
  const here = line.filter(([x, y]) => column(x) === at && Number.isFinite(y));
  const ys = here.map(([, y]) => y);
  return { low: min(ys), high: max(ys), in: here[0], out: here.at(-1) };
}

const height = fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(Infinity) });
const line = fc.array(fc.tuple(fc.double({ min: 0, max: room.most, noNaN: true }), height), { maxLength: 400, size: 'max' })
  .map((points) => points.toSorted(([a], [b]) => a - b));

test('each column of a thinned line is painted as that of the whole', () => {
  fc.assert(fc.property(line, (whole) => {
    const thin = thinned(whole);
    // The end of the axis is a column of its own.
    for (let at = 0; at <= room.columns; at++) expect(painted(thin, at)).toEqual(painted(whole, at));
  }));
});

test('a thinned line has at most four points a column, all of the whole and in its order', () => {
  fc.assert(fc.property(line, (whole) => {
    const thin = thinned(whole);
    expect(thin.length).toBeLessThanOrEqual(4 * (room.columns + 1));
    const places = thin.map((point) => whole.findIndex(([x, y]) => x === point[0] && y === point[1]));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  }));
});

test('a peak of one point among ten thousand stays', () => {
  const whole = Array.from({ length: 10_000 }, (_, i): Point => [i / 100, i === 4321 ? 7 : 1]);
  expect(thinned(whole)).toContainEqual([43.21, 7]);
});

test('a line a chart can show whole is left alone', () => {
  const whole: readonly Point[] = [[0, 1], [1, 3], [2, 2], [3, 5], [4, 4]];
  expect(thinned(whole)).toEqual(whole);
});

test('stretches less than a column apart are joined, others are not', () => {
  expect(joined([{ from: 0, to: 1 }, { from: 10, to: 12 }, { from: 40, to: 41 }, { from: 61, to: 62 }], room)).toEqual([{ from: 0, to: 12 }, { from: 40, to: 41 }, { from: 61, to: 62 }]);
});
