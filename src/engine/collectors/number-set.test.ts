import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

test('it holds what a Set holds', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.nat(300), fc.maxSafeNat()), { maxLength: 5000, size: 'max' }), (values) => {
    const [ours, theirs] = [new NumberSet(), new Set<number>()];
    for (const value of values) {
      expect(ours.add(value)).toBe(!theirs.has(value));
      theirs.add(value);
    }
    expect(ours.size).toBe(theirs.size);
  }), { numRuns: 20 });
});
