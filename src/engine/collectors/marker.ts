import { bitsFor } from './bits.ts';
import { grown } from './grown.ts';
import { base, fieldsOf, nil, wordsOf, type ObjectHeap } from './object-heap.ts';
import type { Color } from './picture.ts';
import type { Work } from './work.ts';

/** Marked objects that the ring remembers. */
export const ringSize = 1024;

export interface SavedMarker { readonly bits: Int32Array; readonly stack: Int32Array; readonly live: number; readonly found: number }

/**
 * Marks what the roots lead to, with a bit for each word of memory and a stack of its own, all at once or in steps. White has no
 * bit; grey has one and waits on the stack; black has one and does not.
 *
 * An object goes onto the stack when its bit is set, so at most once: the stack never needs more places than there are objects.
 */
export class Marker {
  readonly bits: Int32Array;
  readonly #heap: ObjectHeap;
  readonly #work: Work;
  #stack = new Int32Array(64);
  #top = 0;
  /** Words of the objects scanned since the start. */
  live = 0;
  /** The numbers of the objects last marked, at `found` % {@link ringSize} and before: what a page can still show of a fast run. */
  readonly ring = new Int32Array(ringSize);
  found = 0;

  constructor(heap: ObjectHeap, work: Work) {
    this.#heap = heap;
    this.#work = work;
    this.bits = bitsFor(heap.limit);
  }

  /** All white. */
  clear(): void {
    this.bits.fill(0);
    this.#top = 0;
    this.live = 0;
    this.#work.touched += this.bits.length - (base >>> 5);
  }

  get done(): boolean { return this.#top === 0; }

  isMarked(addr: number): boolean { return ((this.bits[addr >>> 5]! >>> (addr & 31)) & 1) === 1; }

  /** Makes a white object grey; true if it was white. */
  shade(addr: number): boolean {
    this.#work.touched++;
    if (addr === nil || this.isMarked(addr)) return false;
    this.blacken(addr);
    this.#stack = grown(this.#stack, this.#top);
    this.#stack[this.#top++] = addr;
    this.#note(addr);
    return true;
  }

  /** A mark without a scan: for an object that has just been made. */
  blacken(addr: number): void {
    this.bits[addr >>> 5]! |= 1 << (addr & 31);
    this.#work.touched++;
  }

  shadeRoots(): void {
    const { roots, rootCount } = this.#heap;
    for (let slot = 0; slot < rootCount; slot++) this.shade(roots[slot]!);
  }

  /** Scans grey objects until there are none, or `budget` words have been touched; the last one it began it finishes. */
  step(budget = Infinity): void {
    const { words, shape } = this.#heap;
    const { tell } = this.#work;
    let spent = 0;
    while (this.#top > 0 && spent < budget) {
      const addr = this.#stack[--this.#top]!;
      const its = shape[words[addr]!]!;
      this.live += wordsOf(its);
      spent += this.#scan(addr, fieldsOf(its));
      tell?.({ kind: 'scanned', id: words[addr]! });
    }
    this.#work.touched += spent;
  }

  color(addr: number): Color {
    if (!this.isMarked(addr)) return 'white';
    return this.#stack.lastIndexOf(addr, this.#top - 1) >= 0 && this.#top > 0 ? 'grey' : 'black';
  }

  save(): SavedMarker { return { bits: this.bits.slice(), stack: this.#stack.slice(0, this.#top), live: this.live, found: this.found }; }

  load({ bits, stack, live, found }: SavedMarker): void {
    this.bits.set(bits);
    this.#stack = grown(stack.slice(), 63);
    this.#top = stack.length;
    this.live = live;
    this.found = found;
  }

  /** Shades what the fields point to: the header, each field and the bit of each target, and each bit set. */
  #scan(addr: number, fields: number): number {
    const { words } = this.#heap;
    const { bits } = this;
    let spent = 1 + fields;
    if (this.#top + fields >= this.#stack.length) this.#stack = grown(this.#stack, this.#top + fields);
    for (let at = addr + 1; at <= addr + fields; at++) {
      const target = words[at]!;
      if (target === nil) continue;
      spent++;
      const bit = 1 << (target & 31);
      if ((bits[target >>> 5]! & bit) !== 0) continue;
      bits[target >>> 5]! |= bit;
      spent++;
      this.#stack[this.#top++] = target;
      this.#note(target);
    }
    return spent;
  }

  #note(addr: number): void {
    const id = this.#heap.words[addr]!;
    this.ring[this.found++ & (ringSize - 1)] = id;
    this.#work.tell?.({ kind: 'marked', id });
  }
}
