import { describe, expect, test } from 'vitest';
import { pricesAt } from './headroom.ts';
import type { Steady } from './steady.ts';

const loads: readonly Steady[] = [{ live: 199, words: 8, fields: 3 }, { live: 399, words: 4, fields: 3 }, { live: 199, words: 64, fields: 1 }];

describe.each(loads)('objects of $words words with $fields pointers', (load) => {
  test.each([25, 50, 100, 125, 150, 200, 300, 400])('at %i percent of headroom, what is counted is within 2 percent of the formula', (headroom) => {
    const { markSweep, copying } = pricesAt(load, headroom);
    for (const { counted, formula } of [markSweep, ...(copying ? [copying] : [])]) {
      expect(counted / formula).toBeGreaterThan(0.98);
      expect(counted / formula).toBeLessThan(1.02);
    }
  });

  test('where the heap is twice the living, half of it is full: copying has no room', () => {
    expect(pricesAt(load, 100).copying).toBeNull();
    expect(pricesAt(load, 150).copying).not.toBeNull();
  });
});
