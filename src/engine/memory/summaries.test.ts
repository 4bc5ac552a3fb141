import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfEntry, chunkBytes, entryOffset, levelBytes, levels, liveIndex, livePart, mergedLines, pictureLevel, scavengeIndexBytes } from './summaries.ts';

const seedHeap = { start: 0xc000000000, end: 0xc005000000 };
const sizesKiB = (heap: typeof seedHeap, index: 'none' | 'bits' | 'words'): number[] => mergedLines(heap, index).map((line) => line.sizeKiB);

/** Sizes of a recorded process’s mappings between two addresses of its text. */
function recordedSizes(name: string): number[] {
  const { rows: [row] } = JSON.parse(readFileSync(`oracle/recordings/processes/${name}.json`, 'utf8')) as { rows: [{ maps: string }] };
  return row.maps.split('\n').flatMap((line) => {
    const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+)/.exec(line) ?? [];
    return start && end ? [(parseInt(end, 16) - parseInt(start, 16)) / 1024] : [];
  });
}

describe('the five levels', () => {
  it('reserve 599,168 KiB together', () => {
    expect(levels.map((level) => levelBytes(level) / 1024)).toEqual([128, 1024, 8192, 65536, 524288]);
    expect(levels.reduce<number>((sum, level) => sum + levelBytes(level), 0) / 1024).toBe(599168);
  });

  it('have the entry of the seed’s heap at 512, 4,120, 32,960 and 263,680 KiB', () => {
    expect(levels.map((level) => pictureLevel(level, seedHeap).frontKiB)).toEqual([0, 512, 4120, 32960, 263680]);
    expect(levels.map((level) => pictureLevel(level, seedHeap).liveKiB)).toEqual([128, 4, 4, 4, 4]);
    expect(levels.map((level) => pictureLevel(level, seedHeap).restKiB)).toEqual([0, 508, 4068, 32572, 260604]);
  });

  it('give back the address that an entry stands for', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 25 - 1 }), fc.constantFrom(...levels), (chunk, level) => {
      const address = chunk * chunkBytes;
      const covered = addressOfEntry(level, entryOffset(level, address));
      expect(covered).toBeLessThanOrEqual(address);
      expect(entryOffset(level, covered)).toBe(entryOffset(level, address));
    }));
  });

  it('map a part that holds the entries of both ends, and never more of a level than there is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 25 - 1025 }), fc.integer({ min: 1, max: 1024 }), fc.constantFrom(...levels), (first, chunks, level) => {
      const heap = { start: first * chunkBytes, end: (first + chunks) * chunkBytes };
      const live = livePart(level, heap);
      expect(live.start).toBeLessThanOrEqual(entryOffset(level, heap.start));
      expect(live.end).toBeGreaterThan(entryOffset(level, heap.end - 1));
      expect(live.start).toBeGreaterThanOrEqual(0);
      expect(live.end).toBeLessThanOrEqual(levelBytes(level));
    }));
  });
});

describe('the lines pmap shows', () => {
  it('are the ten of the seed’s Go process', () => {
    expect(sizesKiB(seedHeap, 'none')).toEqual([263680, 4, 293564, 4, 36692, 4, 4580, 4, 508, 128]);
    expect(mergedLines(seedHeap)[2]?.parts).toEqual([{ of: 4, sizeKiB: 260604 }, { of: 3, sizeKiB: 32960 }]);
  });

  it('have 267,748 KiB before the page of level 4 in Go 1.19 and 1.20: an index mapped from its beginning', () => {
    expect(sizesKiB(seedHeap, 'bits').slice(0, 3)).toEqual([4124, 267748, 4]);
  });

  it('have 524,284 KiB between index and level 4 since Go 1.21', () => {
    expect(sizesKiB(seedHeap, 'words').slice(0, 5)).toEqual([263680, 4, 524284, 4, 293564]);
  });

  it.each([
    ['go-hello-1.18', 'none', [263680, 293564, 36692]],
    ['go-hello-1.19', 'bits', [267748, 293564, 36692]],
    ['go-hello-1.20', 'bits', [267748, 293564, 36692]],
    ['go-hello-1.21', 'words', [263680, 524284, 293564, 36692]],
    ['go-hello-1.25', 'words', [263680, 524284, 293564, 36692]],
    ['go-norandom', 'words', [263680, 524284, 293564, 36692]],
  ] as const)('of the recorded %s are predicted', (name, index, reserved) => {
    const heap = { start: 0xc000000000, end: 0xc000400000 };
    expect(sizesKiB(heap, index)).toEqual(expect.arrayContaining([...reserved]));
    expect(recordedSizes(name)).toEqual(expect.arrayContaining([...reserved]));
  });

  it('always add up to what was reserved', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 25 - 65 }), fc.integer({ min: 1, max: 64 }), fc.constantFrom('none' as const, 'bits' as const, 'words' as const), (first, chunks, index) => {
      const heap = { start: first * chunkBytes, end: (first + chunks) * chunkBytes };
      const sum = sizesKiB(heap, index).reduce((total, size) => total + size, 0);
      expect(sum).toBe(599168 + scavengeIndexBytes[index] / 1024);
      expect(liveIndex(index, heap).end).toBeLessThanOrEqual(scavengeIndexBytes[index]);
      expect(mergedLines(heap, index).every((line, at, all) => line.perms !== all[at - 1]?.perms)).toBe(true);
    }));
  });
});
