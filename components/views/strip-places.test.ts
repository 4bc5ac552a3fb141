import { expect, test } from 'vitest';
import type { StripLane } from '../../src/demos/scene.ts';
import { fitClass, layOut, partsOf, ticksOf } from './strip-places.ts';

const lane: StripLane = { key: 'a', name: '', figure: '', base: 0x5000, size: 4096, perRow: 1024, ruler: true };

test('A block is drawn in every row it reaches into, and its parts together are as long as it', () => {
  expect(partsOf(1000, 1100, 1024)).toEqual([
    { row: 0, from: 1000 / 1024, share: 24 / 1024 },
    { row: 1, from: 0, share: 1 },
    { row: 2, from: 0, share: 52 / 1024 },
  ]);
  expect(partsOf(1024, 16, 1024)).toEqual([{ row: 1, from: 0, share: 16 / 1024 }]);
  expect(partsOf(40, 0, 16), 'nothing is drawn as nothing, but somewhere').toEqual([{ row: 2, from: 0.5, share: 0 }]);
});

test('Addresses stand at the quarters of each row, and the digits that never change are told apart', () => {
  const ticks = ticksOf(lane);
  expect(ticks).toHaveLength(16);
  expect(ticks.slice(3, 6)).toEqual([
    { row: 0, from: 0.75, high: '5', low: '300', minor: true },
    { row: 1, from: 0, high: '5', low: '400', minor: false },
    { row: 1, from: 0.25, high: '5', low: '500', minor: true },
  ]);
  expect(ticksOf({ ...lane, size: 1024, perRow: 1280 }).map(({ low }) => low), 'a row longer than its lane').toEqual(['000', '100', '200', '300']);
});

test('Lanes stand below each other with room for all their rows, and a pointer at the end of one is in its last row', () => {
  const { places, height } = layOut([lane, { ...lane, key: 'b', size: 1024 }]);
  const [a, b] = [places.get('a')!, places.get('b')!];
  expect(b.top).toBeGreaterThanOrEqual(a.rowsTop + 3 * a.pitch + 18);
  expect(height).toBeGreaterThanOrEqual(b.rowsTop + 18);
  expect(a.where(4096)).toEqual({ row: 3, from: 1 });
  expect(a.where(1024)).toEqual({ row: 1, from: 0 });
});

test('A label waits for a drawing wide enough, or is never shown', () => {
  expect(fitClass('a', 0.1)).toBe('fits-300');
  expect(fitClass('1024', 0.08)).toBe('fits-400');
  expect(fitClass('abcdef', 0.01)).toBe('fits-nowhere');
});
