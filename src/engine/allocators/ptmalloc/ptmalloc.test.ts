import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, mallocRows } from '../../../oracle/malloc.ts';
import type { HeapPicture } from '../allocator.ts';
import { heapOps, keepsItsPromises } from '../fixtures/properties.ts';
import { randomTrace } from '../random-trace.ts';
import { Ptmalloc } from './ptmalloc.ts';

describe('every answer equals that of glibc 2.36', () => {
  test.each(mallocRows('glibc'))('$trace', (row) => {
    const machine = new Ptmalloc();
    expect(firstDifference((op) => machine.apply(op), row)).toBeUndefined();
  });

  test.each(mallocRows('glibc-notcache'))('$trace, with glibc.malloc.tcache_count=0 and glibc.malloc.mxfast=0', (row) => {
    const machine = new Ptmalloc({ tcacheCount: 0, mxfast: 0 });
    expect(firstDifference((op) => machine.apply(op), row)).toBeUndefined();
  });
});

test('it keeps the promises of an allocator on programs of any kind', () => {
  fc.assert(fc.property(heapOps(400_000), fc.constantFrom(0, 7), fc.constantFrom(0, 64, 128), (program, tcacheCount, mxfast) => {
    keepsItsPromises(() => new Ptmalloc({ tcacheCount, mxfast }), program, 16);
  }), { numRuns: 40 });
});

/** Cells that break a rule of free chunks: merged with free neighbours, filed by size. */
const wrongCells = ({ cells }: HeapPicture) => cells.filter((cell, index) => {
  if (cell.state !== 'free') return false;
  const next = cells[index + 1]?.state;
  return (next !== 'live' && next !== 'cached') || (cell.list === 'small' && cell.size >= 1024) || (cell.list === 'large' && cell.size < 1024);
});

test.each(['small', 'large', 'powers'] as const)('no two chunks that are free for good lie side by side: %s sizes', (mix) => {
  const machine = new Ptmalloc();
  for (const op of randomTrace(1, mix, 1000)) {
    machine.apply(op);
    expect(wrongCells(machine.picture())).toEqual([]);
  }
});

test('what a request occupies is what malloc.c says: its size and 8, in 16s, at least 32', () => {
  const machine = new Ptmalloc();
  const sizes = [0, 24, 25, 40, 41, 1000];
  const blocks = sizes.map((size, id) => machine.blockSize(machine.apply({ do: 'malloc', id, size })!));
  expect(blocks).toEqual([32, 32, 48, 48, 64, 1008]);
});

test('a freed mapping of 200 KiB moves the threshold: the next one comes from the heap', () => {
  const machine = new Ptmalloc();
  const size = 200 * 1024;
  expect(machine.apply({ do: 'malloc', id: 0, size })).toBe(-1);
  machine.apply({ do: 'free', id: 0 });
  expect(machine.apply({ do: 'malloc', id: 1, size })).toBe(0x2a0);
});

test('a request beyond PTRDIFF_MAX or the address space is answered with null, and nothing is lost', () => {
  const machine = new Ptmalloc();
  expect(machine.apply({ do: 'malloc', id: 0, size: 2 ** 63 })).toBeNull();
  expect(machine.apply({ do: 'malloc', id: 0, size: 2 ** 48 })).toBeNull();
  expect(machine.apply({ do: 'malloc', id: 1, size: 1 })).toBe(0x2a0);
});
