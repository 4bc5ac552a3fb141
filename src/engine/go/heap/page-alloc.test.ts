import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeapEvent } from './event.ts';
import { linuxGeometry, pagesAt, wasmGeometry, type Geometry } from './geometry.ts';
import { PageAlloc } from './page-alloc.ts';
import { PageCache } from './page-cache.ts';
import type { Summary } from './summary.ts';

/** A page allocator as one would first write it: every page looked at in turn. */
class EveryPage {
  readonly free = new Set<number>();

  grow(page: number, npages: number): void { for (let i = 0; i < npages; i++) this.free.add(page + i); }

  alloc(npages: number): number | undefined {
    const starts = [...this.free].sort((a, b) => a - b);
    const page = starts.find((start) => Array.from({ length: npages }, (_, i) => start + i).every((at) => this.free.has(at)));
    if (page !== undefined) for (let i = 0; i < npages; i++) this.free.delete(page + i);
    return page;
  }

  /** Free pages of the first block of 64 that has any. */
  allocToCache(): number[] {
    const lowest = Math.min(...this.free);
    const block = [...this.free].filter((page) => Math.floor(page / 64) === Math.floor(lowest / 64)).sort((a, b) => a - b);
    for (const page of block) this.free.delete(page);
    return block;
  }
}

type Step = { readonly do: 'alloc'; readonly npages: number } | { readonly do: 'free'; readonly which: number } | { readonly do: 'cache' } | { readonly do: 'grow'; readonly gap: number; readonly chunks: number };

const steps = fc.array(fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('alloc' as const), npages: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 300 })) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('free' as const), which: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cache' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('grow' as const), gap: fc.nat(9), chunks: fc.integer({ min: 1, max: 3 }) }) },
), { minLength: 20, maxLength: 80, size: 'max' });

/** Runs the steps on both; their answers must agree. Returns what is free in the end. */
function runBoth(geometry: Geometry, pages: PageAlloc, program: readonly Step[]): ReadonlySet<number> {
  const naive = new EveryPage();
  const live: [page: number, npages: number][] = [];
  let nextChunk = 5;
  const taken = (page: number, npages: number): void => { live.push([page, npages]); };
  for (const step of [{ do: 'grow', gap: 0, chunks: 1 } as const, ...program]) {
    if (step.do === 'alloc') {
      const page = naive.alloc(step.npages);
      expect(pages.alloc(step.npages)).toBe(page);
      if (page !== undefined) taken(page, step.npages);
    } else if (step.do === 'free' && live.length > 0) {
      const [page, npages] = live.splice(step.which % live.length, 1)[0]!;
      pages.free(page, npages);
      naive.grow(page, npages);
    } else if (step.do === 'cache') {
      const cache = pages.allocToCache();
      const block = naive.allocToCache();
      expect(block.map(() => cache.alloc(1))).toEqual(block);
      expect(cache.empty).toBe(true);
      for (const page of block) taken(page, 1);
    } else if (step.do === 'grow') {
      nextChunk += step.gap;
      for (const each of [pages, naive]) each.grow(nextChunk * geometry.chunkPages, step.chunks * geometry.chunkPages);
      nextChunk += step.chunks;
    }
  }
  return naive.free;
}

/** The free runs of some pages, counted one by one. */
function counted(free: ReadonlySet<number>, first: number, npages: number): Summary {
  const runs = Array.from({ length: npages }, (_, i) => (free.has(first + i) ? '1' : '0')).join('').split('0').map(({ length }) => length);
  return { start: runs[0]!, max: Math.max(...runs), end: runs.at(-1)! };
}

describe.each([['wasm', wasmGeometry], ['linux', linuxGeometry]])('the page allocator on %s', (_name, geometry) => {
  test('takes the lowest run that fits, as looking at every page does', () => {
    fc.assert(fc.property(steps, (program) => { runBoth(geometry, new PageAlloc(geometry), program); }), { numRuns: 40, seed: 2 });
  });

  test('keeps in each summary what counting its pages gives', () => {
    fc.assert(fc.property(steps, (program) => {
      const pages = new PageAlloc(geometry);
      const free = runBoth(geometry, pages, program);
      const used = new Set([...free].map((page) => Math.floor(page / geometry.chunkPages)));
      for (let level = geometry.summaryLevels - 1; level > geometry.summaryLevels - 4; level--) {
        const each = pagesAt(geometry, level);
        const entries = new Set([...used, ...pages.chunks.keys()].map((chunk) => Math.floor((chunk * geometry.chunkPages) / each)));
        for (const entry of entries) expect(pages.summaries.at(level, entry)).toEqual(counted(free, entry * each, each));
      }
    }), { numRuns: 12, seed: 3 });
  });

  test('goes on from a saved state as if nothing had happened', () => {
    fc.assert(fc.property(steps, fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 20 }), (program, requests) => {
      const pages = new PageAlloc(geometry);
      runBoth(geometry, pages, program);
      const again = new PageAlloc(geometry, pages.save());
      expect(requests.map((npages) => again.alloc(npages))).toEqual(requests.map((npages) => pages.alloc(npages)));
      expect(again.save()).toEqual(pages.save());
    }), { numRuns: 20, seed: 4 });
  });
});

test('a terabyte with nothing free is passed over by one number', () => {
  const pages = new PageAlloc(linuxGeometry);
  const looks: [level: number, looked: number, then: string][] = [];
  const tell = (event: HeapEvent): void => { if (event.kind === 'level') looks.push([event.level, event.looked, event.then]); };
  const far = 2 ** 40 / 8192;
  pages.grow(0, 512);
  pages.grow(far + 512, 512);
  expect([pages.alloc(512), pages.alloc(3, tell)]).toEqual([0, far + 512]);
  // 2^40 bytes are 64 entries of 16 GiB; from there the way leads down through first entries to the second chunk.
  expect(looks).toEqual([[0, 65, 'descend'], [1, 1, 'descend'], [2, 1, 'descend'], [3, 1, 'descend'], [4, 2, 'run']]);
});

test('a page cache hands out the lowest run that fits, or none', () => {
  fc.assert(fc.property(fc.bigInt(0n, 2n ** 64n - 1n), fc.integer({ min: 1, max: 15 }), (free, npages) => {
    const bits = free.toString(2).padStart(64, '0').split('').reverse().join('');
    const at = bits.indexOf('1'.repeat(npages));
    expect(new PageCache(640, free).alloc(npages)).toBe(at < 0 ? undefined : 640 + at);
  }), { seed: 5 });
});
