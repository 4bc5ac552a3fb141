/** Wrong Go heaps: in `file` of src/engine/go the text `from`, found once, becomes `to`. */
export type Rule = readonly [what: string, file: string, from: string, to: string];

const pages: readonly Rule[] = [
  ['a search begins a page late', 'heap/page-bits.ts', 'for (let i = from; i', 'for (let i = from + 1; i'],
  ['of a block of 64 pages half is seen', 'heap/page-bits.ts', '(BigInt(~high >>> 0) << 32n) | ', ''],
  ['a summary has no free run at its start', 'heap/summary.ts', 'if (start === i * pagesEach) start += part.start;', ''],
  ['free runs do not join across neighbours', 'heap/summary.ts', 'Math.max(max, end + part.start, part.max)', 'Math.max(max, part.max)'],
  ['the free run at the end is of the last neighbour only', 'heap/summary.ts', 'part.end === pagesEach ? end + pagesEach : part.end', 'part.end'],
  ['a run is never longer than what it begins in', 'heap/summary-tree.ts', 'run + sum.start >= npages', 'sum.start >= npages'],
  ['a run begins where its last part does', 'heap/summary-tree.ts', 'const page = i * each - run;', 'const page = i * each;'],
  ['the root of the tree is never updated', 'heap/summary-tree.ts', 'level >= 0 && changed', 'level >= 1 && changed'],
  ['what is freed is not searched again', 'heap/page-alloc.ts', 'this.#searchPage = Math.min(this.#searchPage, page);\n    this.#mark', 'this.#mark'],
  ['the next fit, not the first', 'heap/page-alloc.ts', 'Math.max(this.#searchPage, found.searchPage)', 'Math.max(this.#searchPage, found.page + npages)'],
  ['a page cache begins at the first free page', 'heap/page-alloc.ts', 'found.page - (found.page % pageCachePages)', 'found.page'],
  ['pages in the cache are not taken', 'heap/page-alloc.ts', 'this.#mark(base, pageCachePages, true);', ''],
  ['the cache gives runs a page too short', 'heap/page-cache.ts', 'i < n; i++', 'i < n - 1; i++'],
  ['the cache gives its highest pages', 'heap/page-cache.ts', 'trailingZeros(low)', '31 - Math.clz32(low)'],
  ['16 pages come from the cache', 'heap/mheap.ts', 'npages < pageCachePages / 4', 'npages <= pageCachePages / 4'],
  ['8 pages bypass the cache', 'heap/mheap.ts', 'npages < pageCachePages / 4', 'npages < pageCachePages / 8'],
  ['any number of pages comes from the cache', 'heap/mheap.ts', 'cached ? this.#fromCache(npages) : undefined', 'this.#fromCache(npages)'],
  ['a cache without a fitting run is refilled', 'heap/mheap.ts', 'if (this.#pageCache.empty) {', 'if (this.#pageCache.empty || npages > 4) {'],
  ['the heap grows twice as much', 'heap/mheap.ts', 'this.#arenas.grow(Math.ceil', 'this.#arenas.grow(2 * Math.ceil'],
  ['arenas follow one another', 'heap/arenas.ts', 'this.#toCome[0] ?? this.#end', 'this.#end'],
];

const spans: readonly Rule[] = [
  ['spans keep no mark bits inside', 'span-layout.ts', 'hasInlineMarkBits(size) ? inlineMarkBitsSize : 0', '0'],
  ['spans keep no pointer bits inside', 'span-layout.ts', 'size <= minSizeForMallocHeader ? pointerBitsSize : 0', 'false ? pointerBitsSize : 0'],
  ['no object has a header', 'request.ts', 'size > minSizeForMallocHeader ? mallocHeaderSize : 0', 'false ? mallocHeaderSize : 0'],
  ['an address is that of the header', 'heap/mcache.ts', ' + request.header;', ';'],
  ['tiny objects have slots of their own', 'heap/mcache.ts', 'return this.#place(size);', 'return this.#small(tinySpanClass);'],
  ['the newest tiny block is always kept', 'tiny.ts', 'if (this.#block === undefined || size < this.#offset)', 'if (size > 0)'],
  ['the oldest tiny block is always kept', 'tiny.ts', 'this.#block === undefined || size < this.#offset', 'this.#block === undefined'],
  ['tiny objects are not aligned to 8', 'tiny.ts', 'size % 8 === 0 ? 8 : ', ''],
  ['a tiny block is never filled to its end', 'tiny.ts', 'offset + size <= maxTinySize', 'offset + size < maxTinySize'],
  ['live slots are handed out again', 'heap/mspan.ts', '~this.#allocBits[this.freeindex >>> 5]!', '~0'],
  ['a swept span goes on where it was', 'heap/mspan.ts', 'this.freeindex = 0;\n    this.allocCount = onesCount', 'this.allocCount = onesCount'],
  ['what the runtime itself holds dies', 'heap/mspan.ts', 'this.#held ? this.#held.slice() : ', ''],
  ['spans wait in a stack, not in a queue', 'heap/span-set.ts', 'return this.#spans[this.#head++];', 'return this.#spans.pop();'],
  ['a new span comes before one with holes', 'heap/mheap.ts', 'const span = swept ?? this.alloc(', 'const span = this.alloc('],
  ['every swept span counts as full', 'heap/mcentral.ts', 'span.allocCount === span.nelems ? this.fullSwept(sweepgen) : this.partialSwept(sweepgen)', 'this.fullSwept(sweepgen)'],
  ['every swept span counts as partial', 'heap/mcentral.ts', 'span.allocCount === span.nelems ? this.fullSwept(sweepgen) : this.partialSwept(sweepgen)', 'this.partialSwept(sweepgen)'],
  ['a full span is forgotten', 'heap/mcache.ts', 'if (full) this.#heap.uncacheSpan(full);', ''],
  ['large objects are never swept', 'heap/mcache.ts', 'this.#heap.uncacheSpan(span);', ''],
];

const collections: readonly Rule[] = [
  ['mark queues take 3 pages', 'heap/collect.ts', 'workbufPages = 4', 'workbufPages = 3'],
  ['mark queues come from beyond the page cache', 'heap/collect.ts', 'heap.allocPages(workbufPages)', 'heap.pages.alloc(workbufPages) ?? heap.allocPages(workbufPages)'],
  ['mark queues are never given back', 'heap/collect.ts', 'heap.pages.free(workbuf, workbufPages);', ''],
  ['what is linked is not followed', 'heap/collect.ts', 'for (const to of objects.pointersOf(addr)) grey.push(to);', ''],
  ['the tiny block of the moment dies', 'heap/collect.ts', 'if (cache.tinyBlock !== undefined) grey.push(cache.tinyBlock);', ''],
  ['the tiny block outlives the collection', 'heap/mcache.ts', 'this.#tiny.release();', ''],
  ['spans at hand are swept last', 'heap/collect.ts', '  cache.release((span) => sweep(heap, span));\n  sweepAll(heap);', '  sweepAll(heap);\n  cache.release((span) => sweep(heap, span));'],
  ['spans at hand are not swept', 'heap/collect.ts', 'cache.release((span) => sweep(heap, span));', 'cache.release(() => {});'],
  ['partial spans are swept before full ones', 'heap/collect.ts', '[central.fullUnswept(heap.sweepgen), central.partialUnswept(heap.sweepgen)]', '[central.partialUnswept(heap.sweepgen), central.fullUnswept(heap.sweepgen)]'],
  ['an empty span stays with its class', 'heap/collect.ts', 'if (live === 0) heap.freeSpan(span);\n  else heap', 'heap'],
  ['a dropped object lives', 'heap/objects.ts', 'this.#slots.delete(slot);', ''],
  ['a freed span keeps its pages', 'heap/mheap.ts', 'this.pages.free(span.page, span.npages);', ''],
];

const pacing: readonly Rule[] = [
  ['the pacer counts objects, not spans', 'heap/mcache.ts', 'this.#heap.charge(span.bytes - span.allocCount * span.elemsize);', 'this.#heap.charge(span.elemsize);'],
  ['live slots of a span are counted again', 'heap/mcache.ts', 'span.bytes - span.allocCount * span.elemsize', 'span.bytes'],
  ['the tail of a span is not counted', 'heap/mcache.ts', 'span.bytes - span.allocCount', 'span.nelems * span.elemsize - span.allocCount'],
  ['large objects count by their size class of 0', 'heap/mcache.ts', 'this.#heap.charge(span.bytes);', 'this.#heap.charge(0);'],
  ['a collection starts at the goal', 'trigger.ts', 'return Math.min(Math.max(goal - runway, earliest), latest);', 'return goal;'],
  ['a collection starts at the least trigger', 'trigger.ts', 'Math.max(goal - runway, earliest)', 'earliest'],
  ['stacks and globals do not count', 'heap-goal.ts', '(heapMarked + stackScan + globalsScan) * gcPercent', 'heapMarked * gcPercent'],
  ['small heaps have no minimum', 'heap-goal.ts', 'Math.max(heapMarked + runway, heapMinimum(gcPercent))', 'heapMarked + runway'],
  ['the new object dies in the collection that it starts', 'heap/heap-machine.ts', 'this.#objects, [fresh]);', 'this.#objects);'],
  ['the slot is overwritten before the collection', 'heap/heap-machine.ts', 'if (this.#heap.charged) this.#collectIfDue(addr);\n    this.#objects.hold(slot, { addr, size, pointers });', 'this.#objects.hold(slot, { addr, size, pointers });\n    if (this.#heap.charged) this.#collectIfDue(addr);'],
  ['what was marked does not set the next goal', 'heap/pacer.ts', 'this.#state = { ...this.#state, heapMarked };', ''],
  ['a collection leaves the count as it was', 'heap/pacer.ts', 'this.heapLive = heapMarked;', ''],
];

export const rules: readonly Rule[] = [...pages, ...spans, ...collections, ...pacing];
