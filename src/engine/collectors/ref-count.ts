import { Collector, type CollectorOptions } from './collector.ts';
import { Counts, dead, onTrial, type SavedCounts } from './counts.ts';
import { Holes, type SavedHoles } from './holes.ts';
import { base, nil } from './object-heap.ts';
import { finger, space, type Color, type Finger, type Space } from './picture.ts';
import { TrialDeletion } from './trial-deletion.ts';

interface Saved { readonly holes: SavedHoles; readonly counts: SavedCounts }

/** Reference counting (Collins 1960): every pointer is counted when it is written. Dead cycles wait for {@link TrialDeletion}. */
export class RefCount extends Collector<Saved> {
  readonly #holes: Holes;
  readonly #counts: Counts;

  constructor(options: CollectorOptions) {
    super(options);
    this.#holes = new Holes(this.heap, this.work);
    this.#counts = new Counts(this.heap, this.#holes, this.work);
  }

  objects(): Iterable<number> { return this.#holes.objects(); }

  protected allocate(words: number): number {
    const addr = this.#holes.take(words);
    if (addr !== nil) return addr;
    this.#holes.rewind();
    return this.#holes.take(words);
  }

  protected makeRoom(): void { this.collect(); }

  protected collect(): void {
    this.stopped(() => { new TrialDeletion(this.heap, this.#counts, this.work).collect((phase) => { this.phase(phase); }); });
  }

  /** The new target is counted before the old one is let go: they may be the same. */
  protected override store(addr: number, at: number, to: number): void {
    const old = this.heap.words[at]!;
    this.work.touched++;
    if (to !== nil) this.#counts.inc(to);
    super.store(addr, at, to);
    if (old !== nil) this.#counts.dec(old);
  }

  protected override hold(addr: number): void {
    super.hold(addr);
    this.#counts.inc(addr);
  }

  protected override drop(addr: number): void {
    super.drop(addr);
    this.#counts.dec(addr);
  }

  protected present(): number { return this.#holes.used; }
  protected room(): number { return this.heap.limit - base; }
  protected spaces(): readonly Space[] { return [space('heap', base, this.heap.limit)]; }
  protected override fingers(): readonly Finger[] { return [finger('hole', this.#holes.hole)]; }
  protected override count(id: number): number { return this.#counts.counts[id]!; }

  protected override color(addr: number): Color | undefined {
    const color = this.#counts.colors[this.heap.words[addr]!];
    if (color === onTrial) return 'grey';
    return color === dead ? 'white' : undefined;
  }

  protected saveState(): Saved { return { holes: this.#holes.save(), counts: this.#counts.save() }; }

  protected loadState({ holes, counts }: Saved): void {
    this.#holes.load(holes);
    this.#counts.load(counts);
  }
}
