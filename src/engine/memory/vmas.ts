/** All mappings of a process: they split where a change begins or ends and merge where neighbours become alike. */
import { RangeMap } from './range-map.ts';
import { sameVma } from './vma.ts';
import type { Entry } from './range-map.ts';
import type { Vma } from './vma.ts';

export class Vmas {
  readonly #ranges = new RangeMap<Vma>(sameVma);
  #bytes = 0;

  /** How many there are. */
  get size(): number {
    return this.#ranges.size;
  }

  /** Bytes of all of them together. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Every mapping, lowest first. */
  entries(): readonly Entry<Vma>[] {
    return this.#ranges.entries();
  }

  /** Mappings inside [start, end), cut to it. */
  within(start: number, end: number): Entry<Vma>[] {
    return this.#ranges.within(start, end);
  }

  /** Whether [start, end) is mapped without a hole. */
  covers(start: number, end: number): boolean {
    return this.#ranges.covers(start, end);
  }

  /** Bytes mapped inside [start, end). */
  bytesWithin(start: number, end: number): number {
    return bytesOf(this.within(start, end));
  }

  /** Whether a boundary at one of these addresses would cut a mapping in two. */
  wouldCut(...points: readonly number[]): boolean {
    return points.some((point) => (this.#ranges.at(point)?.start ?? point) < point);
  }

  /** Whether removing [start, end) would leave both ends of one mapping. */
  wouldSplit(start: number, end: number): boolean {
    const around = this.#ranges.at(start);
    return around !== undefined && around.start < start && around.end > end;
  }

  /** Maps [start, end), in place of whatever was there. */
  map(start: number, end: number, vma: Vma): void {
    this.unmap(start, end);
    this.#ranges.set(start, end, vma);
    this.#bytes += end - start;
  }

  unmap(start: number, end: number): void {
    this.#bytes -= this.bytesWithin(start, end);
    this.#ranges.delete(start, end);
  }

  /** Changes mappings from `start` up to `end` or the first hole; returns how far that was. */
  change(start: number, end: number, change: (vma: Vma) => Vma): number {
    let reached = start;
    for (const part of this.within(start, end)) {
      if (part.start > reached) break;
      reached = part.end;
    }
    this.#ranges.update(start, reached, change);
    return reached;
  }

  load(entries: readonly Entry<Vma>[]): void {
    this.#ranges.load(entries);
    this.#bytes = bytesOf(entries);
  }
}

function bytesOf(entries: readonly Entry<Vma>[]): number {
  return entries.reduce((sum, { start, end }) => sum + end - start, 0);
}
