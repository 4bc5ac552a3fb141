import { drain, ProgramError, type Machine } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { Arenas, type SavedArenas } from './arenas.ts';
import { linuxGeometry } from './geometry.ts';
import { PageAlloc, type SavedPages } from './page-alloc.ts';

/** The program holds so many MiB from now on, in blocks of one MiB, as oracle/probe/hold does; never fewer than before. */
export interface TideOp { readonly do: 'hold'; readonly mib: number }

/** What `/proc/PID/maps` shows of the heap: KiB that may be read and written, and KiB only reserved behind them. */
export interface TideAnswer { readonly rwKiB: number; readonly reservedKiB: number }

export type TideEvent =
  /** An arena's addresses are reserved (`malloc.go:sysAlloc`). */
  | { readonly kind: 'reserved'; readonly base: number; readonly size: number }
  /** Part of them may be read and written (`mheap.go:grow`, `mem.go:sysMap`). */
  | { readonly kind: 'mapped'; readonly base: number; readonly size: number };

/** All addresses in bytes. Held is what spans lie in, from the heap's start on; mapped ends at `mappedEnd`, reserved at `reservedEnd`. */
export interface TidePicture { readonly base: number; readonly heldMiB: number; readonly heldEnd: number; readonly mappedEnd: number; readonly reservedEnd: number; readonly now: TideEvent | undefined }

interface Saved { readonly pages: SavedPages; readonly arenas: SavedArenas; readonly heldMiB: number; readonly ends: readonly [held: number, mapped: number, reserved: number] }

const base = 0xc0_0000_0000;
const mib = 2 ** 20;
const { arenaBytes, chunkPages } = linuxGeometry;

/** The most that may be held, in MiB. */
export const mostMiB = 500;
/** Bytes of an arena, and of one step of growth within it. */
export const arenaSize = arenaBytes;
export const stepSize = chunkPages * pageSize;

/**
 * Pages of a program that has just begun: 212,992 bytes of HeapInuse and 229,376 of StackInuse. An input; any number up to one
 * block gives the same mappings.
 */
const ownPages = 54;

/** How the heap of a Go program gains address space: since Go 1.17 in chunks of an arena, before it by whole arenas (linux, 64 bits). */
export class Tide implements Machine<TideOp, TideEvent, TideAnswer, TidePicture, Saved> {
  readonly #wholeArenas: boolean;
  #pages = new PageAlloc(linuxGeometry);
  #arenas = new Arenas(linuxGeometry, { current: { base, end: base }, toCome: [] });
  #heldMiB = 0;
  #heldEnd = base;
  #mappedEnd = base;
  #reservedEnd = base;
  #now: TideEvent | undefined;

  constructor({ wholeArenas, own = ownPages }: { readonly wholeArenas: boolean; readonly own?: number }) {
    this.#wholeArenas = wholeArenas;
    drain(this.#take(own));
  }

  *run({ mib: wanted }: TideOp): Generator<TideEvent, TideAnswer, void> {
    if (wanted < this.#heldMiB) throw new ProgramError('fewer', 'the program holds more', { line: 1 }, { held: this.#heldMiB });
    while (this.#heldMiB < wanted) {
      yield* this.#take(mib / pageSize);
      this.#heldMiB++;
    }
    this.#now = undefined;
    return { rwKiB: (this.#mappedEnd - base) / 1024, reservedKiB: (this.#reservedEnd - this.#mappedEnd) / 1024 };
  }

  apply(op: TideOp): TideAnswer { return drain(this.run(op)); }

  save(): Saved {
    return { pages: this.#pages.save(), arenas: this.#arenas.save(), heldMiB: this.#heldMiB, ends: [this.#heldEnd, this.#mappedEnd, this.#reservedEnd] };
  }

  load({ pages, arenas, heldMiB, ends }: Saved): void {
    this.#pages = new PageAlloc(linuxGeometry, pages);
    this.#arenas = new Arenas(linuxGeometry, arenas);
    this.#heldMiB = heldMiB;
    [this.#heldEnd, this.#mappedEnd, this.#reservedEnd] = ends;
    this.#now = undefined;
  }

  picture(): TidePicture {
    return { base, heldMiB: this.#heldMiB, heldEnd: this.#heldEnd, mappedEnd: this.#mappedEnd, reservedEnd: this.#reservedEnd, now: this.#now };
  }

  /** A span of so many pages; where none is free, the heap grows first. */
  *#take(npages: number): Generator<TideEvent, void, void> {
    let page = this.#pages.alloc(npages);
    if (page === undefined) {
      yield* this.#grow(Math.ceil(npages / chunkPages) * stepSize);
      page = this.#pages.alloc(npages)!;
    }
    this.#heldEnd = Math.max(this.#heldEnd, (page + npages) * pageSize);
  }

  *#grow(size: number): Generator<TideEvent, void, void> {
    let arena: TideEvent | undefined;
    const gained = this.#arenas.grow(size, (event) => { if (event.kind === 'arena') arena = { kind: 'reserved', base: event.base, size: event.size }; });
    if (arena) yield* this.#tell(arena, () => { this.#reservedEnd = arena!.base + arena!.size; });
    for (const { base: at, size: bytes } of gained) this.#pages.grow(at / pageSize, bytes / pageSize);
    const mappedEnd = this.#wholeArenas ? this.#reservedEnd : gained.at(-1)!.base + size;
    if (mappedEnd > this.#mappedEnd) yield* this.#tell({ kind: 'mapped', base: this.#mappedEnd, size: mappedEnd - this.#mappedEnd }, () => { this.#mappedEnd = mappedEnd; });
  }

  *#tell(event: TideEvent, change: () => void): Generator<TideEvent, void, void> {
    change();
    this.#now = event;
    yield event;
  }
}
