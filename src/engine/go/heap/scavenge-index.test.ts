import { describe, expect, test } from 'vitest';
import { linuxGeometry } from './geometry.ts';
import { PageBits } from './page-bits.ts';
import { findScavengeCandidate } from './scavenge-candidate.ts';
import { emptyScavengeIndex, ScavengeIndex } from './scavenge-index.ts';

/** An index of one chunk of 512 pages, of which so many are in use and page 511 was freed last. */
function chunkWith(inUse: number): ScavengeIndex {
  const index = new ScavengeIndex(linuxGeometry, emptyScavengeIndex);
  index.alloc(0, inUse + 1);
  index.free(0, 511, 1);
  return index;
}

describe('a chunk gives pages back (mgcscavenge.go:shouldScavenge)', () => {
  test('only when the collection after the free has ended', () => {
    const index = chunkWith(100);
    expect(index.find()).toBe(-1);
    index.nextGen();
    expect(index.find()).toBe(511);
  });

  // 0.96875 of 512.
  test('with 495 of 512 pages in use, not with 496', () => {
    for (const [inUse, found] of [[495, 511], [496, -1]] as const) {
      const index = chunkWith(inUse);
      index.nextGen();
      expect(index.find()).toBe(found);
    }
  });

  test('at once and from a dense chunk where the memory limit forces it', () => {
    const index = chunkWith(500);
    expect([index.find(), index.find(true)]).toEqual([-1, 511]);
    index.setEmpty(0);
    expect(index.find(true)).toBe(-1);
    index.free(0, 100, 2);
    expect(index.find(true)).toBe(101);
  });

  test('that was dense when the last collection ended only after the next', () => {
    const index = chunkWith(500);
    index.nextGen();
    index.free(0, 0, 300);
    expect(index.find()).toBe(-1);
    index.nextGen();
    expect(index.find()).toBe(299);
  });
});

describe('of a chunk the scavenger takes (mgcscavenge.go:findScavengeCandidate)', () => {
  const bits = (taken: readonly [from: number, npages: number][]): PageBits => {
    const chunk = new PageBits(512);
    for (const [from, npages] of taken) chunk.allocRange(from, npages);
    return chunk;
  };

  test('the highest run, no more of it than it was asked for', () => {
    expect(findScavengeCandidate(bits([[500, 12]]), 511, 1, 8, 0)).toEqual({ index: 492, npages: 8 });
    expect(findScavengeCandidate(bits([[500, 12], [496, 2]]), 511, 1, 8, 0)).toEqual({ index: 498, npages: 2 });
  });

  test('whole pages of the system, where those are larger', () => {
    expect(findScavengeCandidate(bits([[505, 1]]), 511, 8, 8, 0)).toEqual({ index: 496, npages: 8 });
  });

  test('a whole free huge page rather than a part of it', () => {
    expect(findScavengeCandidate(bits([]), 511, 1, 8, 256)).toEqual({ index: 256, npages: 256 });
    expect(findScavengeCandidate(bits([[256, 1]]), 511, 1, 8, 256)).toEqual({ index: 504, npages: 8 });
  });

  test('nothing of a chunk that has nothing', () => {
    expect(findScavengeCandidate(bits([[0, 512]]), 511, 1, 8, 256)).toBeUndefined();
  });
});
