/** A queue of spans: pushed at its tail, popped from its head (`mspanset.go:spanSet`). */
export class SpanSet<Span> {
  #spans: Span[];
  #head = 0;

  constructor(spans: readonly Span[] = []) {
    this.#spans = [...spans];
  }

  push(span: Span): void { this.#spans.push(span); }

  pop(): Span | undefined {
    if (this.#head < this.#spans.length) return this.#spans[this.#head++];
    this.#spans = [];
    this.#head = 0;
    return undefined;
  }

  /** What is left, in the order it will be popped. */
  list(): readonly Span[] { return this.#spans.slice(this.#head); }
}
