import { invariant } from '../../machine.ts';
import { objectsPerSpan, pageSize } from './settings.ts';
import type { SlotHeap } from './slot-heap.ts';

/** Sweeping should be done when this much is left to the trigger (`mgcsweep.go:gcPaceSweeper`). */
const sweepMargin = 2 ** 20;
/** Spans swept in search of one with room, before a new one is made (`mcentral.go:cacheSpan`). */
const spanBudget = 100;

/** A span to allocate in, and how many were swept for it. */
interface Acquired { readonly slots: readonly number[]; readonly swept: number }

/** Spans of one page: those to be swept, those with room, those that are empty (`mgcsweep.go`, Go 1.27). */
export class SpanSweep {
  readonly #heap: SlotHeap;
  sweepgen = 0;
  #unswept: number[] = [];
  #room: number[] = [];
  #empty: number[] = [];
  #swept = 0;
  #pagesPerByte = 0;
  #basis = { swept: 0, heapLive: 0 };

  constructor(heap: SlotHeap) { this.#heap = heap; }

  /** Spans that wait. */
  get waiting(): number { return this.#unswept.length; }

  /** A cycle has marked: every span waits, but those that are empty (`mgc.go:gcSweep`). */
  begin(): number {
    invariant(this.#unswept.length === 0, 'a cycle ended before the last one was swept');
    const empty = new Set(this.#empty);
    this.sweepgen += 2;
    this.#unswept = Array.from({ length: this.#heap.spans }, (_, span) => span).filter((span) => !empty.has(span));
    [this.#room, this.#swept] = [[], 0];
    return this.#unswept.length;
  }

  /** Spreads what waits over what may be allocated until the next trigger (`gcPaceSweeper`). */
  pace(trigger: number, heapLive: number): void {
    this.#pagesPerByte = this.#unswept.length / Math.max(trigger - heapLive - sweepMargin, pageSize);
    this.#basis = { swept: this.#swept, heapLive };
  }

  /** Sweeps one; false when none waits (`sweepone`). */
  one(): boolean {
    const span = this.#unswept.shift();
    if (span === undefined) return false;
    this.#heap.sweep(span);
    this.#swept++;
    const free = this.#heap.freeIn(span).length;
    if (free === objectsPerSpan) this.#empty.push(span);
    else if (free > 0) this.#room.push(span);
    return true;
  }

  /** A span with room: what is owed for it is swept first (`deductSweepCredit`), and more until one has room (`mcentral.go:cacheSpan`). */
  acquire(heapLive: number): Acquired {
    const before = this.#swept;
    const owed = Math.floor(this.#pagesPerByte * (pageSize + Math.max(0, heapLive - this.#basis.heapLive)));
    while (this.#swept - this.#basis.swept < owed && this.one());
    for (let i = 0; i < spanBudget && this.#room.length === 0 && this.one(); i++);
    const span = this.#room.pop() ?? this.#empty.pop() ?? this.#heap.spans++;
    return { slots: this.#heap.freeIn(span), swept: this.#swept - before };
  }
}
