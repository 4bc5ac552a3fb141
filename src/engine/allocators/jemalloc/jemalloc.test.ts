import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, mallocRows, usableSizes } from '../../../oracle/malloc.ts';
import { heapOps, keepsItsPromises } from '../fixtures/properties.ts';
import { Jemalloc } from './jemalloc.ts';
import { regionsPerSlab, sizeFor, slabPages } from './size-classes.ts';

describe('every answer to small requests of one size equals that of jemalloc 5.3 without its thread cache', () => {
  test.each(mallocRows('jemalloc'))('$trace', (row) => {
    const machine = new Jemalloc();
    expect(firstDifference((op) => machine.apply(op), row)).toBeUndefined();
  });
});

test('it gives every request up to 300,000 bytes what malloc_usable_size says', () => {
  expect(usableSizes('jemalloc').map((size, n) => (size === sizeFor(n) ? '' : `${n}: ${size}`)).filter(Boolean)).toEqual([]);
});

test.each([[8, 1, 512], [48, 3, 256], [80, 5, 256], [112, 7, 256], [224, 7, 128], [320, 5, 64], [448, 7, 64], [14_336, 7, 2]])(
  'a slab of %i bytes has %i pages and %i regions, as mallctl says', (size, pages, regions) => {
    expect([slabPages(size), regionsPerSlab(size)]).toEqual([pages, regions]);
  });

test('it keeps the promises of an allocator on programs of any kind', () => {
  fc.assert(fc.property(heapOps(40_000), (program) => {
    keepsItsPromises(() => new Jemalloc(), program, 8);
  }), { numRuns: 10 });
});
