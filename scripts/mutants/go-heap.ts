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
  ['pages in the cache are not taken', 'heap/page-alloc.ts', 'this.#mark(base, pageCachePages, true, cache.pages);', ''],
  ['the cache gives runs a page too short', 'heap/page-cache.ts', 'i < n; i++', 'i < n - 1; i++'],
  ['the cache gives its highest pages', 'heap/page-cache.ts', 'trailingZeros(low)', '31 - Math.clz32(low)'],
  ['16 pages come from the cache', 'heap/heap-pages.ts', 'npages < pageCachePages / 4', 'npages <= pageCachePages / 4'],
  ['8 pages bypass the cache', 'heap/heap-pages.ts', 'npages < pageCachePages / 4', 'npages < pageCachePages / 8'],
  ['any number of pages comes from the cache', 'heap/heap-pages.ts', 'cached ? this.#fromCache(npages, holder) : undefined', 'this.#fromCache(npages, holder)'],
  ['a cache without a fitting run is refilled', 'heap/heap-pages.ts', 'if (holder.pageCache.empty) {', 'if (holder.pageCache.empty || npages > 4) {'],
  ['the heap grows twice as much', 'heap/heap-pages.ts', 'this.#arenas.grow(Math.ceil', 'this.#arenas.grow(2 * Math.ceil'],
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
  ['a swept span goes on where it was', 'heap/mspan.ts', 'this.freeindex = 0;\n    const before', 'const before'],
  ['what the runtime itself holds dies', 'heap/mark.ts', 'for (const addr of found) grey.mark(addr);', ''],
  ['spans wait in a stack, not in a queue', 'heap/span-set.ts', 'return this.#spans[this.#head++];', 'return this.#spans.pop();'],
  ['a new span comes before one with holes', 'heap/mheap.ts', 'const span = used ?? this.alloc(', 'const span = this.alloc('],
  ['every swept span counts as full', 'heap/mcentral.ts', 'span.allocCount === span.nelems ? this.fullSwept(sweepgen) : this.partialSwept(sweepgen)', 'this.fullSwept(sweepgen)'],
  ['every swept span counts as partial', 'heap/mcentral.ts', 'span.allocCount === span.nelems ? this.fullSwept(sweepgen) : this.partialSwept(sweepgen)', 'this.partialSwept(sweepgen)'],
  ['a full span is forgotten', 'heap/mcache.ts', '      this.#heap.uncacheSpan(full);\n', ''],
  ['large objects are never swept', 'heap/mcache.ts', 'span.markFresh(0);\n    this.#heap.uncacheSpan(span);', 'span.markFresh(0);'],
];

const collections: readonly Rule[] = [
  ['mark queues take 3 pages', 'heap/workbufs.ts', 'workbufPages = 4', 'workbufPages = 3'],
  ['mark queues come from beyond the page cache', 'heap/workbufs.ts', "workbufPages, 'workbuf', p).page", "workbufPages, 'workbuf', { pageCache: new p.pageCache.constructor(0, 0n) }).page"],
  ['mark queues are never given back', 'heap/workbufs.ts', 'if (this.#page !== undefined) this.#pages.free', 'if (this.#page === -1) this.#pages.free'],
  ['what is linked is not followed', 'heap/mark.ts', 'for (const addr of black) for (const to of objects.pointersOf(addr)) grey.mark(to);', ''],
  ['the tiny block of the moment dies', 'heap/mark.ts', 'for (const { tinyBlock } of ps) if (tinyBlock !== undefined) grey.mark(tinyBlock);', ''],
  ['the tiny block outlives the collection', 'heap/mcache.ts', 'this.#tiny.release();', ''],
  ['spans at hand are swept last', 'heap/collect.ts', 'objects, false));\n  flush(heap, ps);\n  heap.sweeper.finish();', 'objects, false));\n  heap.sweeper.finish();\n  flush(heap, ps);'],
  ['spans at hand are not swept', 'heap/collect.ts', 'p.release((span) => { heap.sweeper.sweep(span); });', 'p.release(() => {});'],
  ['partial spans are swept before full ones', 'heap/sweeper.ts', '[central.fullUnswept(this.#heap.sweepgen), central.partialUnswept(this.#heap.sweepgen)]', '[central.partialUnswept(this.#heap.sweepgen), central.fullUnswept(this.#heap.sweepgen)]'],
  ['an empty span stays with its class', 'heap/sweeper.ts', 'if (live === 0) this.#heap.freeSpan(span);\n    else this', 'this'],
  ['a dropped object lives', 'heap/slots.ts', 'else if (slot < this.#end) this.#words.set(2 * slot + 1, 0);', ''],
  ['a freed span keeps its pages', 'heap/mheap.ts', 'this.#pages.free(span.page, span.npages, \'heap\');', ''],
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
  ['the new object dies in the collection that it starts', 'heap/collect.ts', 'markAll(heap, ps, objects, true, [fresh]);', 'markAll(heap, ps, objects, true);'],
  ['the slot is overwritten before the collection', 'heap/heap-machine.ts', 'if (this.#heap.charged) this.#collectIfDue(addr, p);\n    this.#objects.slots.hold(slot, addr, size, pointers);', 'this.#objects.slots.hold(slot, addr, size, pointers);\n    if (this.#heap.charged) this.#collectIfDue(addr, p);'],
  ['what was marked does not set the next goal', 'heap/pacer.ts', 'this.#state = { ...others, heapMarked };', 'this.#state = others;'],
  ['a collection leaves the count as it was', 'heap/pacer.ts', 'this.heapLive = heapMarked;', ''],
];

/** Told apart by the accounts, not by addresses. */
const accounting: readonly Rule[] = [
  ['new chunks count as free memory', 'heap/ledger.ts', 'grown(bytes: number): void { this.#bytes.released += bytes; }', 'grown(bytes: number): void { this.#bytes.free += bytes; }'],
  ['pages of a new chunk are in memory', 'heap/page-alloc.ts', 'bits.setScavenged(0, chunkPages);', ''],
  ['pages in use stay out of memory', 'heap/heap-pages.ts', 'return [page, this.pages.takeScavenged(page, npages), growth];', 'return [page, 0, growth];'],
  ['the page cache forgets what is out of memory', 'heap/page-alloc.ts', 'bits.takeScavenged64(base % chunkPages)', '0n'],
  ['the queues of the marking count as objects', 'heap/workbufs.ts', "'workbuf', p).page", "'heap', p).page"],
  ['nothing is kept over the heap in use', 'heap/scavenger.ts', 'target + Math.floor(target / (100 / retainExtraPercent))', 'target'],
  ['the goals’ proportion does not count', 'heap/scavenger.ts', 'this.#last.heapGoal === heapGoal ? 1 : heapGoal / this.#last.heapGoal', '1'],
  ['the scavenger works in Go pages', 'heap/scavenger.ts', 'Math.max(1, physPageSize / pageSize)', '1'],
  ['the scavenger begins at the lowest address', 'heap/scavenge-index.ts', 'for (let chunk = start; from >= 0 && chunk >= this.#lowest; chunk--) {', 'for (let chunk = this.#lowest; from >= 0 && chunk <= start; chunk++) {'],
  ['what was freed is never looked at again', 'heap/scavenge-index.ts', 'this.#search = Math.max(this.#search, this.#freeHighest);', ''],
  ['a growing heap gives nothing back at once', 'heap/heap-pages.ts', 'this.scavenger.afterTaking(scavenged, growth, this.tell);', ''],
  ['the scavenger sleeps', 'heap/collect.ts', '  pace(heap, lastHeapGoal);\n  heap.scavenger.background(heap.tell);', '  pace(heap, lastHeapGoal);'],
  ['a run of pages given back is as long as it can be', 'heap/scavenge-candidate.ts', 'Math.max(lowest, end - Math.ceil(most / least) * least)', 'lowest'],
  ['the scavenger takes pages of the chunk from below', 'heap/scavenge-candidate.ts', 'while (top >= 0 && isKept(bits, top, least)) top--;', 'while (top >= 0 && isKept(bits, top, least)) top -= 2;'],
];

/** Of collections that mark and sweep beside the program. */
const concurrent: readonly Rule[] = [
  ['what is allocated while a collection marks may die', 'heap/mcache.ts', 'if (index >= 0 && this.#heap.marking) span.markFresh(index);', ''],
  ['a large object allocated while a collection marks may die', 'heap/mcache.ts', 'if (this.#heap.marking) span.markFresh(0);', ''],
  ['the queues take their pages when marking begins', 'heap/concurrent.ts', '  heap.marking = true;', '  heap.marking = true;\n  heap.workbufs.take(all[0]);'],
  ['spans at hand keep their marks', 'heap/concurrent.ts', '  flush(heap, ps);\n}', '}'],
  ['nobody pays for sweeping', 'heap/sweeper.ts', 'if (pagesPerByte === 0) return;', 'if (pagesPerByte >= 0) return;'],
  ['sweeping may last until the trigger', 'heap/sweeper.ts', 'trigger - heapLive - sweepMargin', 'trigger - heapLive'],
  ['large objects pay for their own pages', 'heap/sweeper.ts', '* allocated) - pages;', '* allocated);'],
  ['nothing is reclaimed before the heap is used', 'heap/mheap.ts', '    this.sweeper.reclaim(npages);\n', ''],
  ['pages swept too many are not credited', 'heap/sweeper.ts', 'credit: reclaim.credit + pages }', 'credit: 0 }'],
  ['the reclaimer sweeps every span', 'heap/sweeper.ts', ' || span.pageMarked', ''],
  ['the reclaimer passes every live span', 'heap/grey-objects.ts', 'if (!inline) span.pageMarked = true;', 'span.pageMarked = true;'],
  ['the reclaimer knows of no small live object', 'heap/grey-objects.ts', 'if (many) span.pageMarked = true;', ''],
  ['small objects are scanned one by one', 'heap/grey-objects.ts', 'waiting.many = true;', ''],
  ['small objects come before large ones', 'heap/grey-objects.ts', 'this.#work.getFast() ?? this.#queue.getFast()', 'this.#queue.getFast() ?? this.#work.getFast()'],
  ['the P is found before all else', 'heap/mark.ts', '[held.filter((addr) => !isBehind(addr)), held.filter(isBehind)]', '[held, []]'],
  ['full spans are not searched for room', 'heap/sweeper.ts', 'central.partialUnswept(this.#heap.sweepgen), central.fullUnswept(this.#heap.sweepgen)]', 'central.partialUnswept(this.#heap.sweepgen)]'],
  ['one span is swept in search of room', 'heap/sweeper.ts', 'spanBudget = 101', 'spanBudget = 1'],
  ['the background sweeps eleven spans', 'heap/concurrent.ts', 'sweepBatchSize = 10', 'sweepBatchSize = 11'],
  ['the sweeper never waits for the 61st turn', 'heap/run-queue.ts', 'globalTurn = 61', 'globalTurn = 2 ** 30'],
  ['the program waits in the local queue', 'heap/run-queue.ts', "this.#global.push('program');", "this.#local.push('program');"],
  ['a goroutine just started comes first', 'heap/run-queue.ts', "this.#local.push('goroutine');", "this.#local.unshift('goroutine');"],
  ['who is waited for ends, and the program goes on at once', 'heap/run-queue.ts', "run();\n        this.#local.push('program');", "run();\n        this.#local.unshift('program');"],
  ['sweeping needs no distance', 'heap/pacer.ts', 'swept ? 0 : this.heapLive + sweepMinHeapDistance', '0'],
  ['there is no runway', 'heap/pacer.ts', ', runway, sweepDistance });', ', runway: 0, sweepDistance });'],
];

/** Of what a program sets while it runs. */
const settings: readonly Rule[] = [
  ['sweeping has its distance under the limit, too', 'heap/pacer.ts', 'return { goal: limited, sweepDistance: 0 };', 'return { goal: limited, sweepDistance };'],
  ['a collection that has begun may be at its goal', 'heap/pacer.ts', ', triggered + minRunway), sweepDistance };', '), sweepDistance };'],
  ['slots of a span are counted when they are taken from it', 'heap/mcache.ts', '    this.#counted[spanClass] = span.allocCount;\n', ''],
  ['what is swept still counts as objects', 'heap/sweeper.ts', '    this.#heap.heapAlloc -= (before - live) * span.elemsize;\n', ''],
  ['a large object does not count as one', 'heap/mcache.ts', '    this.#heap.heapAlloc += span.bytes;\n', ''],
  ['what is set does not concern the sweep', 'heap/mheap.ts', '    this.sweeper.pace(this.pacer.trigger);\n', ''],
  ['who turns the pacer off does not wait', 'heap/heap-machine.ts', '    if (percent < 0) this.#waitForMarking(this.#p(0));\n', ''],
  ['who waits for the marking comes before the sweeper', 'heap/concurrent.ts', '  heap.runQueue.wake(() => sweepSome(heap));\n', ''],
  ['free pages count against the limit', 'heap-goal.ts', 'mappedReady - heapFree - heapAlloc', 'mappedReady - heapAlloc'],
  ['what is mapped over the limit does not count', 'heap-goal.ts', 'Math.max(0, mappedReady - memoryLimit)', '0'],
  ['the limit may lie below what is alive', 'heap-goal.ts', 'return Math.max(goal, heapMarked);', 'return goal;'],
  ['the headroom of the limit may be nothing', 'heap-goal.ts', 'leastHeadroom = 2 ** 20;', 'leastHeadroom = 0;'],
  ['what was set is forgotten where it is the same', 'heap/pacer.ts', 'if (memoryLimit === this.memoryLimit) return;', ''],
  ['the limit is read when it is set, and not again', 'heap/pacer.ts', 'const limited = memoryLimit === undefined ? Infinity : limitGoal({ ...this.#mapped(), memoryLimit, heapMarked });', 'const limited = memoryLimit === undefined ? Infinity : memoryLimit;'],
  ['the limit leaves no headroom', 'heap-goal.ts', 'headroom : room - headroom;', 'headroom : room;'],
];

export const rules: readonly Rule[] = [...pages, ...spans, ...collections, ...pacing, ...accounting, ...concurrent, ...settings];
