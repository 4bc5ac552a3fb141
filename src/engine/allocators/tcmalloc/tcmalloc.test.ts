import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, mallocRows, usableSizes } from '../../../oracle/malloc.ts';
import { heapOps, keepsItsPromises } from '../fixtures/properties.ts';
import { classOf, sizeClasses } from './size-classes.ts';
import { Tcmalloc } from './tcmalloc.ts';

describe('every answer equals that of gperftools 2.10', () => {
  test.each(mallocRows('tcmalloc'))('$trace', (row) => {
    const machine = new Tcmalloc();
    expect(firstDifference((op) => machine.apply(op), row)).toBeUndefined();
  });
});

test('it keeps the promises of an allocator on programs of any kind', () => {
  fc.assert(fc.property(heapOps(400_000), (program) => {
    keepsItsPromises(() => new Tcmalloc(), program, 8);
  }), { numRuns: 5 });
});

test('there are 85 size classes, each a whole number of objects with at most an eighth of its span left over', () => {
  expect(sizeClasses.length - 1).toBe(85);
  for (const { size, pages } of sizeClasses.slice(1)) expect((pages * 8192) % size).toBeLessThanOrEqual((pages * 8192) / 8);
});

test('it gives every request up to 300,000 bytes what malloc_usable_size says', () => {
  const ours = (n: number): number => (classOf(n) === 0 ? Math.ceil(n / 8192) * 8192 : sizeClasses[classOf(n)]!.size);
  expect(usableSizes('tcmalloc').map((size, n) => (size === ours(n) ? '' : `${n}: ${size}`)).filter(Boolean)).toEqual([]);
});

/** oracle/malloc/replay.c printed these, the page heap's start subtracted. */
test('memory goes back with the 2^18th page freed: the block after it does not join what is left of the growth before', () => {
  const machine = new Tcmalloc();
  const answers = Array.from({ length: 2049 }, (_, id) => machine.apply({ do: 'malloc', id, size: 2 ** 20 }));
  expect(answers.at(-2)!.toString(16)).toBe('7ff16000');
  expect(answers.at(-1)!.toString(16)).toBe('80100000');
});
