import { drain, invariant, type Machine } from '../machine.ts';
import type { Answer, Cell, HeapPicture } from './allocator.ts';
import { Names, type HeapObject, type NamedOp } from './named-heap.ts';

/** A call; or `reset`, which gives back every object of every region at once. */
export type BumpOp = NamedOp | { readonly do: 'reset' };

/** Addresses and sizes in bytes; `region` counts from 0. */
export type BumpMoment =
  | { readonly kind: 'bump'; readonly addr: number; readonly size: number; readonly name: string }
  | { readonly kind: 'enter'; readonly region: number; readonly addr: number }
  | { readonly kind: 'hole'; readonly addr: number; readonly size: number; readonly name: string; readonly region: number; readonly left: number }
  | { readonly kind: 'rewind'; readonly region: number; readonly addr: number; readonly size: number }
  | { readonly kind: 'refuse'; readonly size: number; readonly unused: number }
  | { readonly kind: 'copy'; readonly from: number; readonly addr: number; readonly size: number };

/** Where a region's pointer stands, and how many of its objects live. */
export interface RegionPicture { readonly start: number; readonly next: number; readonly live: number }

export interface BumpPicture {
  readonly heap: HeapPicture;
  readonly regions: readonly RegionPicture[];
  /** The region that is bumped. */
  readonly current: number;
  readonly objects: readonly HeapObject[];
  /** The request just refused, bytes. */
  readonly refused: number | undefined;
}

export interface BumpRegionsOptions {
  /** Bytes of a region, a multiple of 16. */
  readonly region: number;
  readonly regions: number;
}

const grain = 16;
const rounded = (size: number): number => Math.max(grain, Math.ceil(size / grain) * grain);

interface Placed { readonly addr: number; readonly size: number }
interface Region { next: number; live: number }
interface Saved {
  readonly regions: readonly Readonly<Region>[];
  readonly current: number;
  readonly objects: readonly (readonly [number, Placed])[];
  readonly names: ReturnType<Names['save']>;
  readonly refused: number | undefined;
}

/**
 * Bump allocation in regions: a pointer that moves up in 16s. A freed block cannot be given out again; but a region
 * counts its live objects, and when none is left its pointer starts anew. One object keeps its whole region.
 */
export class BumpRegions implements Machine<BumpOp, BumpMoment, Answer, BumpPicture, Saved> {
  readonly #size: number;
  #regions: Region[];
  #current = 0;
  #objects = new Map<number, Placed>();
  #refused: number | undefined;
  readonly #names = new Names();

  constructor({ region, regions }: BumpRegionsOptions) {
    invariant(region % grain === 0 && regions > 0, `${regions} regions of ${region} bytes`);
    this.#size = region;
    this.#regions = Array.from({ length: regions }, () => ({ next: 0, live: 0 }));
  }

  *run(op: BumpOp): Generator<BumpMoment, Answer, void> {
    this.#refused = undefined;
    if (op.do === 'reset') return yield* this.#reset();
    this.#names.note(op);
    switch (op.do) {
      case 'malloc': case 'calloc':
        this.#lose(op.id);
        return yield* this.#malloc(op.id, op.size);
      case 'realloc': return yield* this.#realloc(op);
      case 'free': return yield* this.#free(op.id);
    }
  }

  apply(op: BumpOp): Answer { return drain(this.run(op)); }

  save(): Saved {
    return { regions: this.#regions.map((region) => ({ ...region })), current: this.#current, objects: [...this.#objects], names: this.#names.save(), refused: this.#refused };
  }

  load({ regions, current, objects, names, refused }: Saved): void {
    this.#regions = regions.map((region) => ({ ...region }));
    this.#current = current;
    this.#objects = new Map(objects);
    this.#names.load(names);
    this.#refused = refused;
  }

  picture(): BumpPicture {
    const objects = Array.from(this.#objects, ([id, object]) => ({ id, name: this.#names.of(id), ...object })).sort((a, b) => a.addr - b.addr);
    return {
      heap: { heap: this.#size * this.#regions.length, cells: this.#regions.flatMap((region, i) => this.#cells(region, i, objects)), mapped: [] },
      regions: this.#regions.map(({ next, live }, i) => ({ start: i * this.#size, next: i * this.#size + next, live })),
      current: this.#current,
      objects,
      refused: this.#refused,
    };
  }

  /** Bump the pointer; when it would pass the region's end, go on in an empty region, or give up. */
  *#malloc(id: number, size: number): Generator<BumpMoment, Answer, void> {
    const bytes = rounded(size);
    if (this.#regions[this.#current]!.next + bytes > this.#size) {
      const empty = this.#regions.findIndex(({ next }) => next === 0);
      if (empty === -1 || bytes > this.#size) return yield* this.#refuse(size);
      this.#current = empty;
      yield { kind: 'enter', region: empty, addr: empty * this.#size };
    }
    const region = this.#regions[this.#current]!;
    const addr = this.#current * this.#size + region.next;
    region.next += bytes;
    region.live++;
    this.#objects.set(id, { addr, size });
    yield { kind: 'bump', addr, size: bytes, name: this.#names.of(id) };
    return addr;
  }

  *#refuse(size: number): Generator<BumpMoment, null, void> {
    this.#refused = size;
    const used = Array.from(this.#objects.values(), (object) => rounded(object.size)).reduce((sum, bytes) => sum + bytes, 0);
    yield { kind: 'refuse', size, unused: this.#size * this.#regions.length - used };
    return null;
  }

  *#free(id: number): Generator<BumpMoment, null, void> {
    const object = this.#objects.get(id);
    if (!object) return null;
    this.#objects.delete(id);
    yield* this.#leaveHole(id, object);
    return null;
  }

  /** A hole nobody can use; the last object of a region takes the region with it. */
  *#leaveHole(id: number, { addr, size }: Placed): Generator<BumpMoment, void, void> {
    const index = Math.floor(addr / this.#size);
    const region = this.#regions[index]!;
    region.live--;
    yield { kind: 'hole', addr, size: rounded(size), name: this.#names.of(id), region: index, left: region.live };
    if (region.live === 0) yield this.#rewind(index);
  }

  *#realloc({ id, size }: { readonly id: number; readonly size: number }): Generator<BumpMoment, Answer, void> {
    const old = this.#objects.get(id);
    if (!old) return yield* this.#malloc(id, size);
    if (size === 0) return yield* this.#free(id);
    const addr = yield* this.#malloc(id, size);
    if (addr === null) return null;
    yield { kind: 'copy', from: old.addr, addr, size: Math.min(old.size, size) };
    yield* this.#leaveHole(id, old);
    return addr;
  }

  /** An id given anew, be it the null pointer: its old object stays live, and nobody can free it any more. */
  #lose(id: number): void {
    const lost = this.#objects.get(id);
    if (!lost) return;
    const nameless = Math.min(-1, ...this.#objects.keys()) - 1;
    this.#objects.delete(id);
    this.#objects.set(nameless, lost);
    this.#names.note({ do: 'free', id: nameless, name: this.#names.of(id) });
  }

  *#reset(): Generator<BumpMoment, null, void> {
    this.#objects.clear();
    for (const [index, { next }] of this.#regions.entries()) if (next > 0) yield this.#rewind(index);
    this.#current = 0;
    return null;
  }

  #rewind(index: number): BumpMoment {
    const size = this.#regions[index]!.next;
    this.#regions[index] = { next: 0, live: 0 };
    return { kind: 'rewind', region: index, addr: index * this.#size, size };
  }

  /** Live blocks, the holes between them, and the rest above the pointer. */
  #cells({ next }: Region, index: number, objects: readonly HeapObject[]): Cell[] {
    const [start, end] = [index * this.#size, (index + 1) * this.#size];
    const cells: Cell[] = [];
    let at = start;
    const hole = (to: number): void => { if (to > at) cells.push({ addr: at, size: to - at, state: 'free' }); };
    for (const { addr, size } of objects.filter((object) => object.addr >= start && object.addr < end)) {
      hole(addr);
      cells.push({ addr, size: rounded(size), state: 'live' });
      at = addr + rounded(size);
    }
    hole(start + next);
    if (start + next < end) cells.push({ addr: start + next, size: end - start - next, state: 'top' });
    return cells;
  }
}
