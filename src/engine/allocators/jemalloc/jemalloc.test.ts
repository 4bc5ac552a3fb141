import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, firstDifference, mallocRows, traceNamed, usableSizes, type MallocRow } from '../../../oracle/malloc.ts';
import { heapOps, keepsItsPromises } from '../fixtures/properties.ts';
import { RegionRule } from '../fixtures/region-rule.ts';
import { Jemalloc } from './jemalloc.ts';
import { regionsPerSlab, sizeFor, slabPages } from './size-classes.ts';

/** One class in use at a time: the slabs' places are modelled too. */
const oneClass = /^(je\d+|fill32|slab1024)$/;

describe('every answer to small requests of one size equals that of jemalloc 5.3 without its thread cache', () => {
  test.each(mallocRows('jemalloc').filter(({ trace }) => oneClass.test(trace)))('$trace', (row) => {
    const machine = new Jemalloc();
    expect(firstDifference((op) => machine.apply(op), row)).toBeUndefined();
  });
});

/** The first real answer that breaks the region rule. */
function broken(row: MallocRow, words: readonly string[] = answersOf(row)): string | undefined {
  const rule = new RegionRule();
  let next = 0;
  for (const [index, op] of traceNamed(row.trace).entries()) {
    const said = rule.see(op, op.do === 'free' ? 0 : parseInt(words[next++]!, 16));
    if (said !== undefined) return `operation ${index}: ${said}`;
  }
  return undefined;
}

describe('on every trace jemalloc 5.3 takes the lowest free region of a slab, and a new slab only when none has room', () => {
  test.each(mallocRows('jemalloc'))('$trace', (row) => { expect(broken(row)).toBeUndefined(); });

  test('an answer one region too high would be noticed', () => {
    const row = mallocRows('jemalloc').find(({ trace }) => trace === 'fill32')!;
    const words = answersOf(row).map((word, index) => (index === 5 ? (parseInt(word, 16) + 32).toString(16) : word));
    expect(broken(row, words)).toBe('operation 5: region 6, while 5 was free');
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
