import { hasInlineMarkBits } from '../span-layout.ts';
import { GcWork } from './gc-work.ts';
import type { MHeap } from './mheap.ts';
import type { MSpan } from './mspan.ts';
import { SpanQueue } from './span-queue.ts';

/** A large object is scanned in pieces of so many bytes (`mgcmark.go:maxObletBytes`). */
const maxObletBytes = 2 ** 17;

/** A span with small objects that wait to be scanned: the first of them, and whether others joined it. */
interface Queued { readonly span: MSpan; readonly first: number; many: boolean }

/**
 * What is marked and not yet scanned, in the order of one P (`mgcmark.go:gcDrain`, Green Tea since Go 1.26). Objects above 512 bytes
 * wait in buffers. Smaller ones wait in their span, which waits in a queue: others may have joined by the time it is its turn.
 */
export class GreyObjects {
  readonly #heap: MHeap;
  readonly #work = new GcWork();
  readonly #queue = new SpanQueue<Queued>();
  readonly #waiting = new Map<MSpan, Queued>();

  constructor(heap: MHeap) {
    this.#heap = heap;
  }

  /** Marks the slot that an address lies in; one that may hold pointers is grey now (`greyobject`, `tryDeferToSpanScan`). */
  mark(addr: number): void {
    const span = this.#heap.spanOf(addr);
    const index = span.indexOf(addr);
    if (!span.mark(index)) return;
    const inline = hasInlineMarkBits(span.elemsize);
    if (!inline) span.pageMarked = true;
    if (span.noscan) return;
    if (inline) this.#defer(span, index);
    else this.#work.put(addr);
  }

  /** The next to scan, by where they begin; undefined when nothing is grey. */
  blacken(): readonly number[] | undefined {
    this.#work.balance();
    const fast = this.#work.getFast() ?? this.#queue.getFast();
    const next = fast ?? this.#work.get() ?? this.#queue.get();
    if (next === undefined) return undefined;
    return typeof next === 'number' ? this.#scanObject(next) : this.#scanSpan(next);
  }

  #defer(span: MSpan, index: number): void {
    const waiting = this.#waiting.get(span);
    if (waiting) {
      waiting.many = true;
      return;
    }
    const queued = { span, first: index, many: false };
    this.#waiting.set(span, queued);
    this.#queue.put(queued);
  }

  /** The first piece of an object puts off the others. */
  #scanObject(addr: number): number[] {
    const { base, elemsize } = this.#heap.spanOf(addr);
    if (addr === base) for (let oblet = addr + maxObletBytes; oblet < base + elemsize; oblet += maxObletBytes) this.#work.put(oblet);
    return [addr];
  }

  /** All of the span's that are grey by now. The page reclaimer hears of them only where there may be several (`scanSpan`). */
  #scanSpan({ span, first, many }: Queued): number[] {
    this.#waiting.delete(span);
    if (many) span.pageMarked = true;
    const grey = many ? span.scanAll() : span.scanOne(first) ? [first] : [];
    return grey.map((index) => span.addressOf(index));
  }
}
