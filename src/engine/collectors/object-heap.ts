/** Memory as a collector sees it: words, some of them pointers, and the places outside from which the program reaches in. */
import { grown } from './grown.ts';

/** The pointer that points nowhere. Addresses are word numbers: byte address / 8. */
export const nil = 0;
export const wordBytes = 8;
/** The first word of the heap. Those below belong to nobody, as page zero does. */
export const base = 32;

/** Words an object may have, its header among them, and how many of its fields may be pointers. */
export const mostWords = 2 ** 19 - 1;
export const mostFields = 2 ** 12 - 1;

/** A shape is one number: words of the object, header included, and how many pointers follow the header. */
export const shapeOf = (words: number, fields: number): number => (words << 12) | fields;
export const wordsOf = (shape: number): number => shape >>> 12;
export const fieldsOf = (shape: number): number => shape & mostFields;

export interface SavedHeap {
  readonly words: Int32Array;
  readonly addr: Int32Array;
  readonly shape: Int32Array;
  readonly roots: Int32Array;
  readonly slot: Int32Array;
  readonly free: readonly number[];
  readonly rootCount: number;
}

/**
 * An object is a header word, then its pointers, then its data. The header says who it is: the object's number, by which its
 * shape is found, as a real header leads to a type; or, below zero, minus the address the object has moved to.
 */
export class ObjectHeap {
  readonly words: Int32Array;
  /** By number: where the object lies, for as long as it lives. A program holds this in its pointers. */
  addr = new Int32Array(16);
  /** By number; 0: there never was such an object. */
  shape = new Int32Array(16);
  /** What the program's variables point to, nil among them. A moving collector rewrites it. */
  roots = new Int32Array(16);
  rootCount = 0;
  /** By number: the root that holds the object, counted from 1. */
  #slot = new Int32Array(16);
  #free: number[] = [];

  /** A heap of so many words, all zero. */
  constructor(size: number) { this.words = new Int32Array(base + size); }

  get limit(): number { return this.words.length; }

  /** Makes an object, its fields nil and its data zero. */
  put(id: number, addr: number, shape: number): void {
    this.addr = grown(this.addr, id);
    this.shape = grown(this.shape, id);
    this.#slot = grown(this.#slot, id);
    this.addr[id] = addr;
    this.shape[id] = shape;
    this.words[addr] = id;
    this.words.fill(0, addr + 1, addr + wordsOf(shape));
  }

  has(id: number): boolean { return this.shapeAt(id) !== 0; }
  shapeAt(id: number): number { return this.shape[id] ?? 0; }

  /** Words of the object that begins here. */
  wordsAt(addr: number): number { return this.shape[this.words[addr]!]! >>> 12; }

  isHeld(id: number): boolean { return (this.#slot[id] ?? 0) > 0; }

  /** A variable of the program now points to the object. */
  hold(id: number): void {
    const slot = this.#free.pop() ?? this.rootCount++;
    this.roots = grown(this.roots, slot);
    this.roots[slot] = this.addr[id]!;
    this.#slot[id] = slot + 1;
  }

  drop(id: number): void {
    const slot = this.#slot[id]! - 1;
    this.roots[slot] = nil;
    this.#slot[id] = 0;
    this.#free.push(slot);
  }

  save(): SavedHeap {
    const { words, addr, shape, roots, rootCount } = this;
    return { words: words.slice(), addr: addr.slice(), shape: shape.slice(), roots: roots.slice(), slot: this.#slot.slice(), free: this.#free.slice(), rootCount };
  }

  load({ words, addr, shape, roots, slot, free, rootCount }: SavedHeap): void {
    this.words.set(words);
    this.addr = addr.slice();
    this.shape = shape.slice();
    this.roots = roots.slice();
    this.#slot = slot.slice();
    this.#free = free.slice();
    this.rootCount = rootCount;
  }
}
