import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, mallocRows, usableSizes } from '../../../oracle/malloc.ts';
import { heapOps, keepsItsPromises } from '../fixtures/properties.ts';
import { Mimalloc } from './mimalloc.ts';
import { blockFor, goodSize, mediumBlock, slicesFor, sliceSize } from './sizes.ts';

describe('every answer equals that of mimalloc 2.0.9', () => {
  test.each(mallocRows('mimalloc'))('$trace', (row) => {
    const machine = new Mimalloc();
    expect(firstDifference((op) => machine.apply(op), row, true)).toBeUndefined();
  });
});

test('it gives every request up to 300,000 bytes what malloc_usable_size says', () => {
  const ours = (n: number): number => (n <= mediumBlock ? blockFor(n) : slicesFor(goodSize(n)) * sliceSize);
  expect(usableSizes('mimalloc').map((size, n) => (size === ours(n) ? '' : `${n}: ${size}`)).filter(Boolean)).toEqual([]);
});

test('it keeps the promises of an allocator on programs of any kind', () => {
  fc.assert(fc.property(heapOps(400_000), (program) => {
    keepsItsPromises(() => new Mimalloc(), program, 8);
  }), { numRuns: 5 });
});

test('a realloc to no bytes gives a block, as mi_realloc does', () => {
  const machine = new Mimalloc();
  machine.apply({ do: 'malloc', id: 0, size: 100 });
  expect(machine.apply({ do: 'realloc', id: 0, size: 0 })).not.toBeNull();
});
