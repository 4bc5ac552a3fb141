/** Spans in the ring of one P, how often some of them are offered to the others, and how many at most (`mgcmark_greenteagc.go:spanQueue`). */
export const ringSize = 256;
const spillPeriod = 64;
const spillMax = 16;
/** Fewer are not worth offering. */
const spillMin = 4;

/** Spans that wait to be scanned, first in, first out, but for those that were offered to other Ps: they come last (`mgcmark_greenteagc.go:spanQueue`, Go 1.26 and later). */
export class SpanQueue<Span> {
  #ring: Span[] = [];
  #offered: Span[] = [];
  #putsSinceOffer = 0;

  put(span: Span): void {
    if (this.#ring.length === ringSize) this.#offer(ringSize / 2);
    this.#ring.push(span);
    if (++this.#putsSinceOffer < spillPeriod) return;
    this.#putsSinceOffer = 0;
    const count = Math.min(Math.floor(this.#ring.length / 2), spillMax);
    if (count > spillMin && this.#offered.length === 0) this.#offer(count);
  }

  /** The next of the ring (`tryGetFast`). */
  getFast(): Span | undefined { return this.#ring.shift(); }

  /** The next of the ring; an empty one is filled with half of what was offered and nobody took (`tryGetSpan`). */
  get(): Span | undefined {
    if (this.#ring.length === 0) this.#ring = this.#offered.splice(0, Math.min(Math.ceil(this.#offered.length / 2), ringSize / 2));
    return this.#ring.shift();
  }

  #offer(count: number): void {
    this.#offered.push(...this.#ring.splice(0, count));
    this.#putsSinceOffer = 0;
  }
}
