import { Collector, type CollectorOptions } from './collector.ts';
import { Holes, type SavedHoles } from './holes.ts';
import { Marker, type SavedMarker } from './marker.ts';
import { base, nil } from './object-heap.ts';
import { finger, space, type Color, type Finger, type Space } from './picture.ts';

/** `trigger`: the share of memory in use at which marking begins. `rate`: words of marking for every word allocated meanwhile. */
export interface IncrementalOptions extends CollectorOptions { readonly trigger?: number; readonly rate?: number }

interface Saved { readonly holes: SavedHoles; readonly marker: SavedMarker; readonly marking: boolean; readonly born: number; readonly since: number; readonly kept: number }

/**
 * Mark and sweep in small steps, which allocation pays for (Baker 1978 set the rate; Yuasa 1990 the barrier). The roots are scanned
 * when marking begins; from then on a store shades what it overwrites, and what is new is black, as in Go once its stack is scanned.
 *
 * All that was reachable when marking began is kept, and all that was made since: what dies meanwhile floats until the next time.
 */
export class Incremental extends Collector<Saved> {
  readonly #holes: Holes;
  readonly #marker: Marker;
  readonly #trigger: number;
  readonly #rate: number;
  #marking = false;
  /** Words allocated black; words allocated since the last marking ended; words it kept. */
  #born = 0;
  #since = 0;
  #kept = 0;

  constructor(options: IncrementalOptions) {
    super(options);
    this.#holes = new Holes(this.heap, this.work);
    this.#marker = new Marker(this.heap, this.work);
    this.#trigger = (options.trigger ?? 0.5) * (this.heap.limit - base);
    this.#rate = options.rate ?? 4;
  }

  get marking(): boolean { return this.#marking; }

  objects(): Iterable<number> { return this.#holes.objects(); }

  /** Sweeps what is left of the last collection now. */
  sweep(): void { this.#holes.finishSweep(); }

  override condemned(): number { return this.#holes.condemned(); }

  protected allocate(words: number): number {
    if (!this.#marking && this.#kept + this.#since >= this.#trigger) this.#begin();
    if (this.#marking) this.#step(this.#rate * words);
    const addr = this.#holes.take(words);
    if (addr === nil) return nil;
    this.#since += words;
    if (!this.#marking) return addr;
    this.#marker.blacken(addr);
    this.#born += words;
    return addr;
  }

  /** Marking was too slow: its end is waited for. If that frees too little, so is a whole collection. */
  protected makeRoom(words: number): void {
    if (this.#marking) this.#step(Infinity);
    if (!this.#holes.fits(words)) this.collect();
  }

  /** Ends the marking under way, or does one from beginning to end. */
  protected collect(): void {
    if (!this.#marking) this.#begin();
    this.#step(Infinity);
  }

  /** The barrier: what was reachable when marking began is found, even if its last pointer is overwritten. */
  protected override store(addr: number, at: number, to: number): void {
    if (this.#marking) this.#shade(this.heap.words[at]!);
    super.store(addr, at, to);
  }

  #shade(old: number): void {
    const { words } = this.heap;
    if (this.#marker.shade(old)) this.work.tell?.({ kind: 'shaded', id: words[old]! });
  }

  #begin(): void {
    this.#holes.finishSweep();
    this.#marking = true;
    this.#born = 0;
    this.phase('mark');
    this.#marker.clear();
    this.#marker.shadeRoots();
  }

  #step(budget: number): void {
    this.#marker.step(budget);
    if (!this.#marker.done) return;
    this.#marking = false;
    this.#kept = this.#marker.live + this.#born;
    this.#since = 0;
    this.#holes.condemn(this.#marker.bits);
    this.work.collections++;
    this.phase('over');
  }

  protected present(): number { return this.#holes.used; }
  protected override kept(): number { return this.#kept; }
  protected room(): number { return this.heap.limit - base; }
  protected spaces(): readonly Space[] { return [space('heap', base, this.heap.limit)]; }
  protected override fingers(): readonly Finger[] { return [finger('hole', this.#holes.hole), finger('sweep', this.#holes.swept)]; }
  protected override color(addr: number): Color | undefined { return this.#marking || addr >= this.#holes.swept ? this.#marker.color(addr) : undefined; }

  protected saveState(): Saved {
    return { holes: this.#holes.save(), marker: this.#marker.save(), marking: this.#marking, born: this.#born, since: this.#since, kept: this.#kept };
  }

  protected loadState({ holes, marker, marking, born, since, kept }: Saved): void {
    this.#marker.load(marker);
    this.#holes.load(holes, this.#marker.bits);
    this.#marking = marking;
    this.#born = born;
    this.#since = since;
    this.#kept = kept;
  }
}
