import { invariant } from '../../machine.ts';
import { pageSize, sizeClasses } from '../size-classes.ts';
import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';
import { HeapPages, type PageCacheHolder, type SavedHeapPages } from './heap-pages.ts';
import type { Ledger, Use } from './ledger.ts';
import { MCentral, type SavedCentral } from './mcentral.ts';
import { MSpan, numSpanClasses, type SavedSpan } from './mspan.ts';
import { Pacer, type SavedPacer } from './pacer.ts';
import type { PageAlloc } from './page-alloc.ts';
import { RunQueue, type SavedRunQueue } from './run-queue.ts';
import type { Scavenger } from './scavenger.ts';
import type { SpanRecords } from './span-records.ts';
import { Sweeper, type SavedSweeper } from './sweeper.ts';
import { Workbufs } from './workbufs.ts';

/** All of the heap but what a P holds for itself. */
export interface SavedMHeap {
  readonly spans: readonly SavedSpan[];
  readonly central: readonly SavedCentral[];
  readonly pages: SavedHeapPages;
  readonly pacer: SavedPacer;
  /** Absent: all is swept. */
  readonly sweeper?: SavedSweeper;
  readonly marking?: true;
  /** The first page of the mark queues' memory, if there is any. */
  readonly workbuf?: number;
  readonly runQueue?: SavedRunQueue;
  /** Bytes in objects; absent: in all that are there. */
  readonly heapAlloc?: number;
}

/** The heap that all Ps share (`mheap.go:mheap`, Go 1.27). */
export class MHeap {
  readonly central: readonly MCentral[];
  readonly pacer: Pacer;
  /** Two more after each collection. */
  sweepgen = 0;
  /** Bytes in objects: of a span that a P holds, what was taken before it came there (`gcController.totalAlloc` − `totalFree`). */
  heapAlloc: number;
  /** Whether a span was taken since this was last set to false: only then it is asked whether a collection is due. */
  charged = false;
  /** Whether a collection is marking: what is allocated meanwhile is marked at once (`writeBarrier.enabled`). */
  marking = false;
  readonly sweeper: Sweeper;
  readonly workbufs: Workbufs;
  readonly runQueue: RunQueue;
  #tell: Tell | undefined;
  readonly #geometry: Geometry;
  /** What outlives every collection: the runtime's own objects. */
  readonly held: readonly number[];
  readonly #pages: HeapPages;
  readonly #spans = new Set<MSpan>();
  /** The span of each page that has one. */
  readonly #owners = new Map<number, MSpan>();

  constructor(geometry: Geometry, saved: SavedMHeap) {
    this.#geometry = geometry;
    this.#pages = new HeapPages(geometry, saved.pages);
    this.pacer = new Pacer(saved.pacer, () => ({ mappedReady: this.#pages.mappedReady, heapFree: this.ledger.free, heapAlloc: this.heapAlloc }));
    for (const span of saved.spans) this.#put(new MSpan(span.page, span.npages, span.spanClass, span.marks?.unswept ? -2 : 0, span));
    this.heapAlloc = saved.heapAlloc ?? [...this.#spans].reduce((sum, { allocCount, elemsize }) => sum + allocCount * elemsize, 0);
    this.held = Array.from(this.#spans, (span) => span.heldSlots().map((index) => span.addressOf(index))).flat();
    const spansAt = (pages: readonly number[] = []): MSpan[] => pages.map((page) => this.spanAt(page));
    this.sweeper = new Sweeper(this, saved.sweeper);
    this.marking = saved.marking ?? false;
    this.runQueue = new RunQueue(saved.runQueue);
    this.workbufs = new Workbufs(this.#pages, saved.workbuf);
    this.central = Array.from({ length: numSpanClasses }, (_, i) => new MCentral(spansAt, saved.central[i]));
  }

  get pages(): PageAlloc { return this.#pages.pages; }
  get ledger(): Ledger { return this.#pages.ledger; }
  get scavenger(): Scavenger { return this.#pages.scavenger; }
  get spanRecords(): SpanRecords { return this.#pages.spanRecords; }

  /** Bytes that the runtime has mapped beside all this: an input. */
  set elsewhere(bytes: number) { this.#pages.elsewhere = bytes; }

  /** Whoever wants to hear of each moment. */
  get tell(): Tell | undefined { return this.#tell; }
  set tell(tell: Tell | undefined) { this.#tell = this.#pages.tell = tell; }

  /** The span that begins at a page. */
  spanAt(page: number): MSpan {
    const span = this.#owners.get(page);
    invariant(span?.page === page, `no span begins at page ${page}`);
    return span;
  }

  /** The span that an address lies in (`spanOf`). */
  spanOf(addr: number): MSpan {
    const span = this.#owners.get(Math.floor(addr / pageSize));
    invariant(span !== undefined, `no span holds ${addr}`);
    return span;
  }

  /** The span of a page, if it has one. */
  ownerOf(page: number): MSpan | undefined { return this.#owners.get(page); }

  /** Pages of a chunk. */
  get chunkPages(): number { return this.#geometry.chunkPages; }

  /** Whether nobody has a page: no span, no P, not the runtime itself. */
  isFree(page: number): boolean {
    const { chunkPages } = this.#geometry;
    return this.pages.chunks.get(Math.floor(page / chunkPages))?.isAllocated(page % chunkPages) === false;
  }

  /** The chunks the heap has, from low to high: first page, and pages free. */
  chunkList(): readonly { readonly page: number; readonly free: number }[] {
    const { chunkPages } = this.#geometry;
    return [...this.pages.chunks].sort(([a], [b]) => a - b).map(([index, bits]) => ({ page: index * chunkPages, free: bits.countFree() }));
  }

  /** Every span in use. */
  get spans(): ReadonlySet<MSpan> { return this.#spans; }

  /** A new span for objects, of pages that a P may have set aside (`mheap.alloc`). */
  alloc(npages: number, spanClass: number, p: PageCacheHolder): MSpan {
    this.sweeper.reclaim(npages);
    const { page, needzero } = this.#pages.alloc(npages, 'heap', p);
    const span = new MSpan(page, npages, spanClass, this.sweepgen);
    span.needzero = needzero;
    this.#put(span);
    return span;
  }

  /** Pages for stacks, and the same given back (`mheap.allocManual`, `freeManual`). */
  allocManual(npages: number, use: Use, p: PageCacheHolder): number { return this.#pages.alloc(npages, use, p).page; }
  freeManual(page: number, npages: number, use: Use): void { this.#pages.free(page, npages, use); }

  /** A span with free slots for a class: the first swept one, or a new one (`mcentral.cacheSpan`, `grow`). */
  cacheSpan(spanClass: number, p: PageCacheHolder): MSpan {
    const { npages } = sizeClasses[spanClass >> 1]!;
    this.sweeper.deductCredit(npages * pageSize, 0);
    const swept = this.central[spanClass]!.partialSwept(this.sweepgen).pop();
    this.tell?.({ kind: 'central', spanClass, list: 'partial swept', base: swept?.base });
    const used = swept ?? this.sweeper.findRoom(spanClass);
    const span = used ?? this.alloc(npages, spanClass, p);
    this.tell?.({ kind: 'refill', spanClass, base: span.base, fresh: !used });
    return span;
  }

  /** Takes a swept span that no P holds to where its free slots say (`mcentral.uncacheSpan`). */
  uncacheSpan(span: MSpan): void { this.central[span.spanClass]!.push(span, this.sweepgen); }

  /** GOGC from now on (`setGCPercent`). */
  setGCPercent(percent: number): void {
    this.pacer.setGCPercent(percent, this.sweeper.done);
    this.#pace();
  }

  /** GOMEMLIMIT from now on, infinite for none (`setMemoryLimit`). */
  setMemoryLimit(bytes: number): void {
    this.pacer.setMemoryLimit(bytes, this.sweeper.done);
    this.scavenger.memoryLimit = bytes;
    this.#pace();
  }

  /** Counts bytes towards the next collection (`gcController.update`). */
  charge(bytes: number): void {
    this.pacer.heapLive += bytes;
    this.charged = true;
  }

  /** Gives a span's pages back (`mheap.freeSpan`). */
  freeSpan(span: MSpan): void {
    for (let page = span.page; page < span.page + span.npages; page++) this.#owners.delete(page);
    this.#spans.delete(span);
    this.#pages.free(span.page, span.npages, 'heap');
    this.tell?.({ kind: 'freed', base: span.base, npages: span.npages });
  }

  save(): SavedMHeap {
    const workbuf = this.workbufs.save();
    return {
      spans: Array.from(this.#spans, (span) => span.save(this.sweepgen, this.marking)).sort((a, b) => a.page - b.page),
      central: this.central.map((central) => central.save(this.sweepgen)),
      pages: this.#pages.save(),
      pacer: this.pacer.save(),
      ...(!this.sweeper.done && { sweeper: this.sweeper.save() }),
      runQueue: this.runQueue.save(),
      heapAlloc: this.heapAlloc,
      ...(this.marking && { marking: true }),
      ...(workbuf !== undefined && { workbuf }),
    };
  }

  /** What was set concerns the sweep, too (`gcControllerCommit`). */
  #pace(): void {
    this.sweeper.pace(this.pacer.trigger);
    this.scavenger.pace(this.pacer.goal);
  }

  #put(span: MSpan): void {
    this.#spans.add(span);
    for (let page = span.page; page < span.page + span.npages; page++) this.#owners.set(page, span);
  }
}
