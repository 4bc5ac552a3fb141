import fc from 'fast-check';
import { expect, test } from 'vitest';
import recording from '../../../../oracle/recordings/emptied.json' with { type: 'json' };
import { EmptiedMap, type MapAnswer, type MapOp } from './emptied-map.ts';
import { MapShape, noMap } from './map-shape.ts';

const answers = (entries: number): readonly MapAnswer[] => {
  const map = new EmptiedMap();
  return ([{ do: 'insert', entries }, { do: 'delete' }, { do: 'insert', entries }, { do: 'clear' }, { do: 'renew' }] as const satisfies readonly MapOp[]).map((op) => map.apply(op));
};
const recorded = (elem: number, entries: number): readonly number[] => recording.rows.filter((row) => row.elem === elem && row.entries === entries).map(({ least }) => least);

test.each([8, 9, 100, 896, 897, 10_000])('a map of %i entries of 128 bytes has the bytes of the real one, filled, emptied, filled again, cleared and new', (entries) => {
  expect(answers(entries).map(({ inSlots }) => inSlots)).toEqual(recorded(128, entries));
});

test.each([8, 9, 100, 897, 10_000])('and so has one of %i entries of 129 bytes, which lie apart', (entries) => {
  expect(answers(entries).map(({ apart }) => apart)).toEqual(recorded(129, entries));
});

test('no table is fuller than seven of eight slots, and each serves the hashes that begin as its own do', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 9, maxLength: 2_000, size: 'max' }), (hashes) => {
    const shape = new MapShape(noMap);
    for (const hash of hashes) shape.insert(hash);
    expect(shape.used).toBe(hashes.length);
    expect(shape.tables.every(({ capacity, hashes: own }) => own.length <= (capacity * 7) / 8)).toBe(true);
    expect(shape.tables.reduce((sum, { depth }) => sum + 2 ** -depth, 0), 'each hash has one table').toBe(1);
    expect(shape.tables.every(({ depth, prefix, hashes: own }) => own.every((hash) => depth === 0 || hash >>> (32 - depth) === prefix))).toBe(true);
  }), { numRuns: 20 });
});
