/**
 * Bins: doubly linked lists of free chunks by size. Bin 1 is the unsorted one, 2 to 63 hold one size each, 64 to 126
 * a range, largest first. A bin's header is a chunk of which only fd and bk exist (malloc.c:bin_at).
 */
import { heapStart, largeSize, type Chunks } from './chunk.ts';

export const unsorted = 1;

/** Header of bin i, in the arena's page: 16 bytes apart, so that only links overlap sizes. */
export const binAt = (index: number): number => index * 16;

/** The bin of a chunk size (malloc.c:bin_index): exact below 1 KiB, then 64 B, 512 B, 4 KiB, 32 KiB, 256 KiB apart. */
export function binIndex(size: number): number {
  if (size < largeSize) return size >>> 4;
  if (size >= 3 << 18) return 126;
  if (size >>> 6 <= 48) return 48 + (size >>> 6);
  if (size >>> 9 <= 20) return 91 + (size >>> 9);
  if (size >>> 12 <= 10) return 110 + (size >>> 12);
  if (size >>> 15 <= 4) return 119 + (size >>> 15);
  return 124 + (size >>> 18);
}

export interface SavedBins { readonly map: Int32Array }

export class Bins {
  readonly #chunks: Chunks;
  /** One bit a bin: 0 means empty for certain; 1 that it was filled once (malloc.c:binmap). */
  #map = new Int32Array(4);

  constructor(chunks: Chunks) {
    this.#chunks = chunks;
    for (let index = unsorted; index < 128; index++) {
      chunks.setFd(binAt(index), binAt(index));
      chunks.setBk(binAt(index), binAt(index));
    }
  }

  first(index: number): number { return this.#chunks.fd(binAt(index)); }
  last(index: number): number { return this.#chunks.bk(binAt(index)); }
  empty(index: number): boolean { return this.first(index) === binAt(index); }

  /** At the head of the unsorted bin, where every freed, split or merged chunk waits to be looked at once. */
  putUnsorted(chunk: number, size: number): void {
    this.#link(chunk, binAt(unsorted), this.first(unsorted));
    if (size >= largeSize) this.#chunks.setNextSize(chunk, 0);
  }

  /** Out of the unsorted bin, where no sizes are linked. */
  takeLastUnsorted(): void {
    const before = this.#chunks.bk(this.last(unsorted));
    this.#chunks.setBk(binAt(unsorted), before);
    this.#chunks.setFd(before, binAt(unsorted));
  }

  /** Takes a small bin's oldest chunk; 0 if there is none. */
  takeLastSmall(size: number): number {
    const bin = binAt(size >>> 4);
    const victim = this.#chunks.bk(bin);
    if (victim === bin) return 0;
    const before = this.#chunks.bk(victim);
    this.#chunks.setInUse(victim, size);
    this.#chunks.setBk(bin, before);
    this.#chunks.setFd(before, bin);
    return victim;
  }

  /** Files a chunk where its size belongs: small at the head, large in descending order. Returns chunks looked at. */
  file(chunk: number, size: number): number {
    const index = binIndex(size);
    this.#map[index >>> 5]! |= 1 << (index & 31);
    if (size >= largeSize) return this.#fileLarge(chunk, size, binAt(index));
    this.#link(chunk, binAt(index), this.first(index));
    return 1;
  }

  /** Takes a chunk out of whichever bin it is in (malloc.c:unlink_chunk). */
  unlink(chunk: number): void {
    const fd = this.#chunks.fd(chunk);
    const bk = this.#chunks.bk(chunk);
    this.#chunks.setBk(fd, bk);
    this.#chunks.setFd(bk, fd);
    if (this.#chunks.size(chunk) >= largeSize && this.#chunks.nextSize(chunk) !== 0) this.#unlinkSize(chunk, fd);
  }

  /** The first bin from `index` up that is not empty, by the map; 0 if none. Mends the map's stale bits. */
  nextFilled(index: number): number {
    for (let block = index >>> 5, bits = this.#map[block]! & (-1 << (index & 31)); ;) {
      while (bits === 0) {
        if (++block >= 4) return 0;
        bits = this.#map[block]!;
      }
      const lowest = bits & -bits;
      const found = block * 32 + 31 - Math.clz32(lowest);
      if (!this.empty(found)) return found;
      bits ^= lowest;
      this.#map[block]! &= ~lowest;
    }
  }

  save(): SavedBins { return { map: this.#map.slice() }; }
  load({ map }: SavedBins): void { this.#map = map.slice(); }

  #link(chunk: number, bk: number, fd: number): void {
    this.#chunks.setBk(chunk, bk);
    this.#chunks.setFd(chunk, fd);
    this.#chunks.setFd(bk, chunk);
    this.#chunks.setBk(fd, chunk);
  }

  /**
   * Only the first chunk of each size is in the second ring, from size to size. A chunk of a size already there goes
   * to second place behind that first one, so that the ring needs no change.
   */
  #fileLarge(chunk: number, size: number, bin: number): number {
    const first = this.#chunks.fd(bin);
    if (first === bin) {
      this.#ring(chunk, chunk, chunk);
      this.#link(chunk, bin, bin);
      return 1;
    }
    if (size < this.#chunks.size(this.#chunks.bk(bin))) {
      this.#ring(chunk, this.#chunks.prevSizeLink(first), first);
      this.#link(chunk, this.#chunks.bk(bin), bin);
      return 1;
    }
    return this.#fileAmong(chunk, size, first);
  }

  #fileAmong(chunk: number, size: number, first: number): number {
    let at = first;
    let looked = 1;
    for (; size < this.#chunks.size(at); looked++) at = this.#chunks.nextSize(at);
    if (size === this.#chunks.size(at)) {
      this.#chunks.setNextSize(chunk, 0);
      this.#link(chunk, at, this.#chunks.fd(at));
    } else {
      this.#ring(chunk, this.#chunks.prevSizeLink(at), at);
      this.#link(chunk, this.#chunks.bk(at), at);
    }
    return looked;
  }

  /** Into the ring of sizes, between two neighbours (both itself when it is alone). */
  #ring(chunk: number, larger: number, smaller: number): void {
    this.#chunks.setNextSize(chunk, smaller);
    this.#chunks.setPrevSizeLink(chunk, larger);
    this.#chunks.setNextSize(larger, chunk);
    this.#chunks.setPrevSizeLink(smaller, chunk);
  }

  /** Out of the ring; the next chunk of the same size takes the place, if there is one. */
  #unlinkSize(chunk: number, fd: number): void {
    const smaller = this.#chunks.nextSize(chunk);
    const larger = this.#chunks.prevSizeLink(chunk);
    const heir = fd >= heapStart && this.#chunks.nextSize(fd) === 0;
    if (heir && smaller === chunk) return this.#ring(fd, fd, fd);
    if (heir) return this.#ring(fd, larger, smaller);
    this.#chunks.setNextSize(larger, smaller);
    this.#chunks.setPrevSizeLink(smaller, larger);
  }

}
