import { Collector, type CollectorOptions } from './collector.ts';
import { Holes, type SavedHoles } from './holes.ts';
import { Marker, type SavedMarker } from './marker.ts';
import { base } from './object-heap.ts';
import { finger, space, type Color, type Finger, type Space } from './picture.ts';

interface Saved { readonly holes: SavedHoles; readonly marker: SavedMarker }

/** Mark and sweep (McCarthy 1960), the sweep lazy (Hughes 1982): what is live is marked at once, what is dead is found hole by hole. */
export class MarkSweep extends Collector<Saved> {
  readonly #holes: Holes;
  readonly #marker: Marker;

  constructor(options: CollectorOptions) {
    super(options);
    this.#holes = new Holes(this.heap, this.work);
    this.#marker = new Marker(this.heap, this.work);
  }

  objects(): Iterable<number> { return this.#holes.objects(); }

  /** Sweeps what is left of the last collection now. */
  sweep(): void { this.#holes.finishSweep(); }

  override condemned(): number { return this.#holes.condemned(); }

  protected allocate(words: number): number { return this.#holes.take(words); }
  protected makeRoom(): void { this.collect(); }

  protected collect(): void {
    this.#holes.finishSweep();
    this.stopped(() => {
      this.phase('mark');
      this.#marker.clear();
      this.#marker.shadeRoots();
      this.#marker.step();
      this.#holes.condemn(this.#marker.bits);
    });
  }

  protected present(): number { return this.#holes.used; }
  protected override kept(): number { return this.#marker.live; }
  protected room(): number { return this.heap.limit - base; }
  protected spaces(): readonly Space[] { return [space('heap', base, this.heap.limit)]; }
  protected override fingers(): readonly Finger[] { return [finger('hole', this.#holes.hole), finger('sweep', this.#holes.swept)]; }
  protected override color(addr: number): Color | undefined { return addr >= this.#holes.swept || !this.#marker.done ? this.#marker.color(addr) : undefined; }

  protected saveState(): Saved { return { holes: this.#holes.save(), marker: this.#marker.save() }; }

  protected loadState({ holes, marker }: Saved): void {
    this.#marker.load(marker);
    this.#holes.load(holes, this.#marker.bits);
  }
}
