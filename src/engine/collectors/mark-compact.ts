import { standing } from './cheney.ts';
import { Collector, type CollectorOptions } from './collector.ts';
import { Lisp2 } from './lisp2.ts';
import { Marker } from './marker.ts';
import { base, nil } from './object-heap.ts';
import { finger, space, type Color, type Finger, type Space } from './picture.ts';

interface Saved { readonly free: number }

/** Mark, then {@link Lisp2}: what is live lies together at the low end, in the order in which it was made. */
export class MarkCompact extends Collector<Saved> {
  readonly #marker: Marker;
  #free: number = base;
  #sliding: Lisp2 | undefined;
  #marking = false;

  constructor(options: CollectorOptions) {
    super(options);
    this.#marker = new Marker(this.heap, this.work);
  }

  *objects(): Generator<number, void, void> {
    if (this.#sliding) yield* standing(this.heap, base, this.#sliding.free);
    yield* standing(this.heap, this.#sliding?.scan ?? base, this.#free);
  }

  protected allocate(words: number): number {
    if (this.#free + words > this.heap.limit) return nil;
    const addr = this.#free;
    this.#free += words;
    return addr;
  }

  protected makeRoom(): void { this.collect(); }

  protected collect(): void {
    this.stopped(() => {
      this.#marking = true;
      this.phase('mark');
      this.#marker.clear();
      this.#marker.shadeRoots();
      this.#marker.step();
      this.#sliding = new Lisp2(this.heap, this.work, this.#marker, [{ from: base, to: this.#free }]);
      this.#sliding.compact((phase) => { this.phase(phase); });
      this.#free = this.#sliding.free;
      this.#sliding = undefined;
      this.#marking = false;
    });
  }

  protected present(): number { return this.#free - base; }
  protected room(): number { return this.heap.limit - base; }
  protected spaces(): readonly Space[] { return [space('heap', base, this.heap.limit)]; }
  protected override fingers(): readonly Finger[] { return [finger('free', this.#sliding?.free ?? this.#free), ...(this.#sliding ? [finger('scan', this.#sliding.scan)] : [])]; }

  protected override color(addr: number): Color | undefined {
    if (!this.#marking) return undefined;
    return this.#sliding && addr < this.#sliding.free ? 'black' : this.#marker.color(addr);
  }

  protected saveState(): Saved { return { free: this.#free }; }

  protected loadState({ free }: Saved): void { this.#free = free; }
}
