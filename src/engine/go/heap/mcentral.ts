import type { MSpan } from './mspan.ts';
import { SpanSet } from './span-set.ts';

/** A pair of sets whose roles swap with each collection. */
type Pair = readonly [SpanSet<MSpan>, SpanSet<MSpan>];

/** The spans of a class by first page: the swept ones, and those that wait for it. */
export interface SavedCentral {
  readonly partial: readonly number[];
  readonly full: readonly number[];
  readonly unswept?: { readonly partial: readonly number[]; readonly full: readonly number[] };
}

/** Of classes without spans, which are most; one for all checkpoints. */
const noSpans: SavedCentral = { partial: [], full: [] };

const pair = (swept: readonly MSpan[], unswept: readonly MSpan[] = []): Pair => [new SpanSet(swept), new SpanSet(unswept)];

/** The spans of one class that no P holds: with free slots or without, swept or not yet (`mcentral.go:mcentral`, Go 1.27). */
export class MCentral {
  readonly #partial: Pair;
  readonly #full: Pair;

  /** At sweep generation 0. `spansAt` finds spans by first page. */
  constructor(spansAt: (pages: readonly number[] | undefined) => MSpan[], saved?: SavedCentral) {
    this.#partial = pair(spansAt(saved?.partial), spansAt(saved?.unswept?.partial));
    this.#full = pair(spansAt(saved?.full), spansAt(saved?.unswept?.full));
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
    const waiting = (set: SpanSet<MSpan>): number[] => set.list().filter((span) => span.sweepgen === sweepgen - 2).map(({ page }) => page);
    const [partial, full] = [pages(this.partialSwept(sweepgen)), pages(this.fullSwept(sweepgen))];
    const unswept = { partial: waiting(this.partialUnswept(sweepgen)), full: waiting(this.fullUnswept(sweepgen)) };
    if (unswept.partial.length + unswept.full.length > 0) return { partial, full, unswept };
    return partial.length + full.length > 0 ? { partial, full } : noSpans;
  }
}
