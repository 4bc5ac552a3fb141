import type { MSpan } from './mspan.ts';
import { SpanSet } from './span-set.ts';

/** A pair of sets whose roles swap with each collection. */
type Pair = readonly [SpanSet<MSpan>, SpanSet<MSpan>];

/** The swept spans of a class, by first page. */
export interface SavedCentral { readonly partial: readonly number[]; readonly full: readonly number[] }

const pair = (spans: readonly MSpan[] = []): Pair => [new SpanSet(spans), new SpanSet()];

/** The spans of one class that no P holds: with free slots or without, swept or not yet (`mcentral.go:mcentral`, Go 1.27). */
export class MCentral {
  readonly #partial: Pair;
  readonly #full: Pair;

  /** The given spans are swept at sweep generation 0. */
  constructor(partial: readonly MSpan[] = [], full: readonly MSpan[] = []) {
    this.#partial = pair(partial);
    this.#full = pair(full);
  }

  partialSwept(sweepgen: number): SpanSet<MSpan> { return this.#partial[(sweepgen / 2) % 2]!; }
  partialUnswept(sweepgen: number): SpanSet<MSpan> { return this.#partial[1 - ((sweepgen / 2) % 2)]!; }
  fullSwept(sweepgen: number): SpanSet<MSpan> { return this.#full[(sweepgen / 2) % 2]!; }
  fullUnswept(sweepgen: number): SpanSet<MSpan> { return this.#full[1 - ((sweepgen / 2) % 2)]!; }

  /** Takes a swept span to where its free slots say (`mcentral.uncacheSpan`). */
  push(span: MSpan, sweepgen: number): void {
    (span.allocCount === span.nelems ? this.fullSwept(sweepgen) : this.partialSwept(sweepgen)).push(span);
  }

  save(sweepgen: number): SavedCentral {
    const pages = (set: SpanSet<MSpan>): number[] => set.list().map(({ page }) => page);
    return { partial: pages(this.partialSwept(sweepgen)), full: pages(this.fullSwept(sweepgen)) };
  }
}
