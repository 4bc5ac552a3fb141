import { Cheney, standing, walk } from './cheney.ts';
import { Collector, type CollectorOptions } from './collector.ts';
import { base, nil, wordBytes } from './object-heap.ts';
import { finger, space, type Color, type CollectorPicture, type Finger, type Space } from './picture.ts';

interface Saved { readonly from: number; readonly free: number }

/** Two halves, one in use (Fenichel and Yochelson 1969): when it is full, what is live moves to the other by {@link Cheney}'s copying. */
export class Semispace extends Collector<Saved> {
  readonly #half: number;
  /** Where the half in use begins, and the next object goes. */
  #from: number = base;
  #free: number = base;
  #copying: Cheney | undefined;

  constructor(options: CollectorOptions) {
    super(options);
    this.#half = (this.heap.limit - base) >>> 1;
  }

  *objects(): Generator<number, void, void> {
    const copies = this.#copying ? [[this.#other, this.#copying.free] as const] : [];
    const spaces = [[this.#from, this.#free] as const, ...copies].sort(([a], [b]) => a - b);
    for (const [from, to] of spaces) yield* standing(this.heap, from, to);
  }

  protected allocate(words: number): number {
    if (this.#free + words > this.#from + this.#half) return nil;
    const addr = this.#free;
    this.#free += words;
    return addr;
  }

  protected makeRoom(): void { this.collect(); }

  protected collect(): void {
    this.stopped(() => {
      const copying = this.#copying = new Cheney(this.heap, this.work, this.#from, this.#free, this.#other);
      this.phase('copy');
      copying.copyRoots();
      copying.scanAll();
      this.#from = this.#other;
      this.#free = copying.free;
      this.#copying = undefined;
    });
  }

  get #other(): number { return this.#from === base ? base + this.#half : base; }

  protected present(): number { return this.#free - this.#from; }
  protected room(): number { return this.#half; }
  protected spaces(): readonly Space[] { return [this.#from, this.#other].map((from, i) => space(i === 0 ? 'fromspace' : 'tospace', from, from + this.#half)).sort((a, b) => a.addr - b.addr); }

  protected override fingers(): readonly Finger[] {
    const copying = this.#copying;
    return copying ? [finger('scan', copying.scan), finger('free', copying.free)] : [finger('free', this.#free)];
  }

  protected override color(addr: number): Color | undefined {
    if (!this.#copying) return undefined;
    if (addr >= this.#from && addr < this.#from + this.#half) return 'white';
    return addr < this.#copying.scan ? 'black' : 'grey';
  }

  protected override left(): CollectorPicture['left'] {
    if (!this.#copying) return [];
    return [...walk(this.heap, this.#from, this.#free)].filter(({ movedTo }) => movedTo !== nil)
      .map(({ addr, words, movedTo }) => ({ addr: addr * wordBytes, size: words * wordBytes, to: movedTo * wordBytes }));
  }

  protected saveState(): Saved { return { from: this.#from, free: this.#free }; }

  protected loadState({ from, free }: Saved): void {
    this.#from = from;
    this.#free = free;
  }
}
