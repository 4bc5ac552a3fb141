/** Free spans above 128 pages in order of length, then of address: best fit is a search (span.h:SpanBestFitLess). */
import type { Spans } from './spans.ts';

export class LargeSpans {
  readonly #spans: Spans;
  #sorted: number[] = [];

  constructor(spans: Spans) { this.#spans = spans; }

  /** The shortest. */
  get first(): number | undefined { return this.#sorted[0]; }
  get last(): number | undefined { return this.#sorted.at(-1); }

  put(span: number): void { this.#sorted.splice(this.#position(this.#spans.length(span), span), 0, span); }
  remove(span: number): void { this.#sorted.splice(this.#position(this.#spans.length(span), span), 1); }

  /** The shortest, then lowest, of at least n pages. */
  best(n: number): number | undefined { return this.#sorted[this.#position(n, -1)]; }

  /** Whether span a is shorter than span b, or as long and lower. */
  isBefore(a: number, b: number): boolean { return this.#isBefore(a, this.#spans.length(b), b); }

  save(): readonly number[] { return this.#sorted.slice(); }
  load(sorted: readonly number[]): void { this.#sorted = sorted.slice(); }

  #isBefore(span: number, pages: number, start: number): boolean {
    return this.#spans.length(span) < pages || (this.#spans.length(span) === pages && span < start);
  }

  /** Where a span of this length and start stands, or would. */
  #position(pages: number, start: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(this.#sorted[middle]!, pages, start)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
