import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RangeMap } from './range-map.ts';

const span = 64;
const range = fc.tuple(fc.nat(span - 1), fc.integer({ min: 1, max: 16 })).map(([start, size]) => ({ start, end: Math.min(span, start + size) }));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), range, value: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constant('delete' as const), range, value: fc.constant('') }),
  fc.record({ kind: fc.constant('update' as const), range, value: fc.constantFrom('a', 'b', '') }),
);

/** The same changes on one cell for each point: slow and plainly right. */
function cellsAfter(changes: readonly { kind: string; range: { start: number; end: number }; value: string }[]): (string | undefined)[] {
  const cells: (string | undefined)[] = new Array<string | undefined>(span).fill(undefined);
  for (const { kind, range: { start, end }, value } of changes) {
    for (let at = start; at < end; at++) {
      if (kind === 'set') cells[at] = value;
      else if (kind === 'delete') cells[at] = undefined;
      else if (cells[at] !== undefined) cells[at] = value || undefined;
    }
  }
  return cells;
}

function play(changes: readonly { kind: 'set' | 'delete' | 'update'; range: { start: number; end: number }; value: string }[]): RangeMap<string> {
  const map = new RangeMap<string>();
  for (const { kind, range: { start, end }, value } of changes) {
    if (kind === 'set') map.set(start, end, value);
    else if (kind === 'delete') map.delete(start, end);
    else map.update(start, end, () => value || undefined);
  }
  return map;
}

describe('a map over ranges', () => {
  it('equals a map over points after any changes', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const map = play(changes);
      expect(Array.from({ length: span }, (_, at) => map.at(at)?.value)).toEqual(cellsAfter(changes));
    }), { numRuns: 1_000 });
  });

  it('keeps its ranges in order, apart, and merged where they touch with one value', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const entries = play(changes).entries();
      entries.forEach((entry, at) => {
        const before = entries[at - 1];
        expect(entry.end).toBeGreaterThan(entry.start);
        if (before) expect(before.end < entry.start || (before.end === entry.start && before.value !== entry.value)).toBe(true);
      });
    }), { numRuns: 1_000 });
  });

  it('cuts what it shows to what was asked for', () => {
    const map = play([{ kind: 'set', range: { start: 0, end: 10 }, value: 'a' }, { kind: 'set', range: { start: 12, end: 20 }, value: 'b' }]);
    expect(map.within(5, 15)).toEqual([{ start: 5, end: 10, value: 'a' }, { start: 12, end: 15, value: 'b' }]);
    expect([map.covers(0, 10), map.covers(5, 13), map.covers(12, 21)]).toEqual([true, false, false]);
  });
});
