import { Cheney, standing, walk } from './cheney.ts';
import { Collector, type CollectorOptions } from './collector.ts';
import { Lisp2 } from './lisp2.ts';
import { Marker } from './marker.ts';
import { base, nil, wordBytes } from './object-heap.ts';
import { finger, space, type Color, type CollectorPicture, type Finger, type Space } from './picture.ts';
import { Cards, Slots, type Remembered, type SavedRemembered } from './remembered.ts';

/** `nursery`: its share of memory. `remember`: what the barrier notes. */
export interface GenerationalOptions extends CollectorOptions { readonly nursery?: number; readonly remember?: 'slots' | 'cards' }

interface Saved { readonly oldFree: number; readonly young: number; readonly free: number; readonly remembered: SavedRemembered }

/**
 * Two generations (Lieberman and Hewitt 1983; Ungar 1984). Objects are born in a nursery at the high end; when it is full, a minor
 * collection copies its survivors behind what is old, as OCaml's does. A full one marks all and slides all of it down.
 *
 * Invariant: every field of an old object that points to a young one is remembered.
 */
export class Generational extends Collector<Saved> {
  readonly #remembered: Remembered;
  readonly #marker: Marker;
  readonly #nursery: number;
  #oldFree: number = base;
  /** Where the nursery begins. It gives way when the old need more. */
  #young: number;
  #free: number;
  #copying: Cheney | undefined;
  #sliding: Lisp2 | undefined;

  constructor(options: GenerationalOptions) {
    super(options);
    this.#marker = new Marker(this.heap, this.work);
    this.#remembered = options.remember === 'cards' ? new Cards(this.heap, this.work) : new Slots(this.heap, this.work);
    this.#nursery = Math.floor((this.heap.limit - base) * (options.nursery ?? 0.25));
    this.#young = this.#free = this.heap.limit - this.#nursery;
  }

  *objects(): Generator<number, void, void> {
    const sliding = this.#sliding;
    if (!sliding) {
      yield* standing(this.heap, base, this.#copying?.free ?? this.#oldFree);
      return yield* standing(this.heap, this.#young, this.#free);
    }
    yield* standing(this.heap, base, sliding.free);
    if (sliding.scan < this.#oldFree) yield* standing(this.heap, sliding.scan, this.#oldFree);
    yield* standing(this.heap, Math.max(sliding.scan, this.#young), this.#free);
  }

  /** In the nursery; what is larger than half of that, among the old. */
  protected allocate(words: number): number {
    if (words > this.#nursery / 2) return this.#allocateOld(words);
    if (this.#free + words > this.heap.limit) return nil;
    const addr = this.#free;
    this.#free += words;
    return addr;
  }

  /** A minor collection needs room for all of the nursery, should it survive. */
  protected makeRoom(words: number): void {
    const fits = this.#oldFree + this.#free - this.#young <= this.#young;
    if (fits && words <= this.#nursery / 2) this.#minor();
    else this.collect();
  }

  protected override store(addr: number, at: number, to: number): void {
    super.store(addr, at, to);
    if (addr >= this.#young || to < this.#young) return;
    this.#remembered.note(addr, at);
    const { words } = this.heap;
    this.work.tell?.({ kind: 'remembered', id: words[addr]!, field: at - addr - 1 });
  }

  protected collect(): void {
    this.stopped(() => {
      this.phase('mark');
      this.#marker.clear();
      this.#marker.shadeRoots();
      this.#marker.step();
      this.#sliding = new Lisp2(this.heap, this.work, this.#marker, [{ from: base, to: this.#oldFree }, { from: this.#young, to: this.#free }]);
      this.#sliding.compact((phase) => { this.phase(phase); });
      this.#oldFree = this.#sliding.free;
      this.#sliding = undefined;
      this.#remembered.forget();
      this.#settle(base);
    });
  }

  /** Roots and remembered fields are all that can lead into the nursery. */
  #minor(): void {
    this.stopped(() => {
      const promoted = this.#oldFree;
      const copying = this.#copying = new Cheney(this.heap, this.work, this.#young, this.#free, promoted);
      this.phase('minor');
      copying.copyRoots();
      this.#remembered.each(promoted, (at) => { copying.forward(this.heap.words, at); });
      copying.scanAll();
      this.#oldFree = copying.free;
      this.#copying = undefined;
      this.#remembered.clear();
      this.#settle(promoted);
    });
  }

  /** All objects from here on are old, and the nursery is empty. */
  #settle(from: number): void {
    for (const addr of standing(this.heap, from, this.#oldFree)) this.#remembered.placed(addr);
    this.#young = this.#free = Math.max(this.heap.limit - this.#nursery, this.#oldFree);
  }

  #allocateOld(words: number): number {
    if (this.#oldFree + words > this.#young) return nil;
    const addr = this.#oldFree;
    this.#oldFree += words;
    this.#remembered.placed(addr);
    return addr;
  }

  protected present(): number { return this.#oldFree - base + this.#free - this.#young; }
  protected room(): number { return this.heap.limit - base; }
  protected spaces(): readonly Space[] { return [space('old', base, this.#young), space('nursery', this.#young, this.heap.limit)]; }

  protected override fingers(): readonly Finger[] {
    const copying = this.#copying;
    return copying ? [finger('scan', copying.scan), finger('free', copying.free)] : [finger('free', this.#free)];
  }

  protected override color(addr: number): Color | undefined {
    if (this.#copying) return this.#copyColor(this.#copying, addr);
    if (this.#sliding) return addr < this.#sliding.free ? 'black' : this.#marker.color(addr);
    return this.#marker.done ? undefined : this.#marker.color(addr);
  }

  #copyColor({ scan }: Cheney, addr: number): Color | undefined {
    if (addr >= this.#young) return 'white';
    if (addr < this.#oldFree) return undefined;
    return addr < scan ? 'black' : 'grey';
  }

  protected override left(): CollectorPicture['left'] {
    if (!this.#copying) return [];
    return [...walk(this.heap, this.#young, this.#free)].filter(({ movedTo }) => movedTo !== nil)
      .map(({ addr, words, movedTo }) => ({ addr: addr * wordBytes, size: words * wordBytes, to: movedTo * wordBytes }));
  }

  protected saveState(): Saved { return { oldFree: this.#oldFree, young: this.#young, free: this.#free, remembered: this.#remembered.save() }; }

  protected loadState({ oldFree, young, free, remembered }: Saved): void {
    this.#oldFree = oldFree;
    this.#young = young;
    this.#free = free;
    this.#remembered.load(remembered);
  }
}
