import type { Mutant } from './list.ts';

const rules: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ['what is freed is free at once', 'page.ts', 'if (page.free !== 0 || page.local === 0) return;', 'if (page.local === 0) return;'],
  ['pages are made ready whole', 'page.ts', 'Math.max(4, Math.floor(extension / page.block))', 'page.reserved'],
  ['at least one block is made ready', 'page.ts', 'Math.max(4, ', 'Math.max(1, '],
  ['a page no longer full goes to the front', 'heap.ts', 'this.#queues[page.bin]!.push(page);', 'this.#queues[page.bin]!.unshift(page);'],
  ['an empty page is given back at once', 'heap.ts', 'page.full || queue.length > 1', 'true'],
  ['an empty page is kept though there are others', 'heap.ts', 'page.full || queue.length > 1', 'page.full'],
  ['small pages are kept as briefly as medium ones', 'heap.ts', '[9, 3]', '[3, 3]'],
  ['medium pages are kept as long as small ones', 'heap.ts', '[9, 3]', '[9, 9]'],
  ['retired pages are never collected', 'heap.ts', '    this.#collectRetired();\n', ''],
  ['runs of slices do not merge with the one before', 'segments.ts', 'this.#firstOf.get(slice - 1)', 'undefined as number | undefined'],
  ['runs of slices do not merge with the one after', 'segments.ts', 'const after = this.#free.get(slice + count);', 'const after = undefined as number | undefined;'],
  ['runs of slices are first in, first out', 'segments.ts', '.push(slice);', '.unshift(slice);'],
  ['a run in the right queue counts as long enough', 'segments.ts', 'let bin = spanBin(count)', 'let bin = spanBin(count) + 1'],
  ['small blocks start at the page', 'sizes.ts', 'block <= 1024 ? 0x180', 'block <= 1024 ? 0'],
  ['small blocks end at 8 KiB', 'sizes.ts', 'smallBlock = 16 * 1024', 'smallBlock = 8 * 1024'],
  ['large pages come in single slices', 'sizes.ts', 'block > 8 * sliceSize ? 8 : 1', '1'],
  ['large requests come in pages of 4 KiB', 'heap.ts', 'this.#fresh(goodSize(size), hugeBin)', 'this.#fresh(Math.ceil(size / 4096) * 4096, hugeBin)'],
  ['realloc never moves to shrink', 'mimalloc.ts', ' && size >= Math.floor(old / 2)', ''],
  ['emptied segments are not used again', 'segments.ts', 'this.#cache.findIndex((segment) => segment !== -1)', '-1'],
];

export const mimalloc: readonly Mutant[] = rules.map(([what, file, from, to]) => ({ engine: 'mimalloc', what, file, from, to }));
