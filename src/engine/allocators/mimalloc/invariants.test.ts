import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeapOp } from '../allocator.ts';
import { heapOps, withoutLeaks } from '../fixtures/properties.ts';
import { mixes, randomTrace, type Mix } from '../random-trace.ts';
import { Words } from '../words.ts';
import { Mimalloc } from './mimalloc.ts';
import { firstBlock, type Page } from './page.ts';
import { largeBlock, sliceSize, slicesPerSegment } from './sizes.ts';

type Saved = ReturnType<Mimalloc['save']>['state'];

function* chain(links: Words, head: number): Generator<number, void> {
  for (let block = head; block !== 0; block = links.get((block - 1) / 8)) yield block - 1;
}

/** What is used and what is in the two lists are all blocks ever given out, each a block of the page, none twice. */
function pageIsSound(page: Page, links: Words, live: number): void {
  const waiting = [...chain(links, page.free), ...chain(links, page.local)];
  expect(page.used).toBe(live);
  expect(page.used + waiting.length).toBe(page.capacity);
  expect(page.capacity).toBeLessThanOrEqual(page.reserved);
  expect(new Set(waiting).size).toBe(waiting.length);
  for (const block of waiting) {
    const index = (block - firstBlock(page)) / page.block;
    expect(Number.isInteger(index) && index >= 0 && index < page.capacity).toBe(true);
  }
}

function pagesAreSound({ pages, queues, links }: Saved, machine: Mimalloc): void {
  const words = new Words(Float64Array);
  words.load(links);
  const queued = queues.flat();
  expect(new Set(queued).size).toBe(queued.length);
  const objects = machine.objects();
  for (const page of pages) {
    const [start, end] = [firstBlock(page), firstBlock(page) + page.reserved * page.block];
    pageIsSound(page, words, objects.filter(({ addr }) => addr >= start && addr < end).length);
    expect(queues[page.bin]!.includes(page.slice)).toBe(!page.full);
  }
  expect(queued.length).toBe(pages.filter(({ full }) => !full).length);
}

/** Pages and free runs tile each segment in use behind its first slice; no two free runs touch; a segment knows its pages. */
function segmentsAreTiled({ pages, segments }: Saved): void {
  const small = pages.filter(({ slices }) => slices * sliceSize <= largeBlock);
  const runs = [
    ...small.map(({ slice, slices }) => ({ slice, count: slices, free: false })),
    ...segments.free.map(([slice, count]) => ({ slice, count, free: true })),
  ].sort((a, b) => a.slice - b.slice);
  const segmentOf = ({ slice }: { slice: number }) => Math.floor(slice / slicesPerSegment);
  for (const segment of new Set(runs.map(segmentOf))) {
    let end = segment * slicesPerSegment + 1;
    let wasFree = false;
    for (const { slice, count, free } of runs.filter((run) => segmentOf(run) === segment)) {
      expect(slice).toBe(end);
      expect(free && wasFree).toBe(false);
      [end, wasFree] = [slice + count, free];
    }
    expect(end).toBe((segment + 1) * slicesPerSegment);
    expect(segments.used[segment]).toBe(small.filter((page) => segmentOf(page) === segment).length);
    expect(segments.cache).not.toContain(segment);
  }
}

function isSound(program: readonly HeapOp[], every: number): void {
  const machine = new Mimalloc();
  for (const [index, op] of program.entries()) {
    machine.apply(op);
    if (index % every !== 0) continue;
    const { state } = machine.save();
    pagesAreSound(state, machine);
    segmentsAreTiled(state);
  }
}

test('after every call of any program a page counts its blocks, a queue its pages, and runs of slices tile the segments', () => {
  // A realloc to nothing gives a block here: no id is lost by it.
  const whole = (program: readonly HeapOp[]) => withoutLeaks(program.filter((op) => op.do !== 'realloc' || op.size > 0));
  fc.assert(fc.property(heapOps(400_000).map(whole), (program) => { isSound(program, 2); }), { numRuns: 20 });
});

test.each(Object.keys(mixes) as Mix[])('so it is on a long way through %s sizes', (mix) => { isSound(randomTrace(3, mix, 2000), 197); });
