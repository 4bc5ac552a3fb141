/** Blocks too large for the heap, each a mapping of its own (malloc.c:sysmalloc_mmap, munmap_chunk, mremap_chunk). */
import { mappedSizeWord, pageUp } from './chunk.ts';

const maxThreshold = 32 * 2 ** 20;
/** Mappings glibc makes at most (DEFAULT_MMAP_MAX). */
const maxMappings = 65_536;
/** User addresses of x86-64 end at 2^47. */
const addressSpace = 2 ** 47;

export interface SavedMappings { readonly sizes: ReadonlyMap<number, number>; readonly made: number; readonly threshold: number }

export class Mappings {
  /** Bytes of each live mapping by its answer: -1 for the first ever made, -2 … */
  #sizes = new Map<number, number>();
  #made = 0;
  #bytes = 0;
  /** Requests of at least this many bytes are mapped; 128 KiB until a larger mapping is freed. */
  threshold = 128 * 1024;

  /** Bytes in all mappings. */
  get bytes(): number { return this.#bytes; }

  size(addr: number): number { return this.#sizes.get(addr) ?? 0; }

  wants(size: number): boolean { return size >= this.threshold && this.#sizes.size < maxMappings; }

  /** Maps room for a chunk of `size`; null when the address space has none. */
  map(size: number): number | null {
    const bytes = pageUp(size + 8);
    if (this.#bytes + bytes > addressSpace) return null;
    this.#sizes.set(--this.#made, bytes);
    this.#bytes += bytes;
    return this.#made;
  }

  /** Gives one back. Raises the threshold to its size: what was freed once will be asked for again. True if it did. */
  unmap(addr: number): boolean {
    const size = this.size(addr);
    const word = mappedSizeWord(size);
    this.#sizes.delete(addr);
    this.#bytes -= size;
    if (word <= this.threshold || word > maxThreshold) return false;
    this.threshold = size;
    return true;
  }

  /** Changes a mapping's size, keeping its pages (mremap). False when it has the right size already. */
  remap(addr: number, size: number): boolean {
    const bytes = pageUp(size + 8);
    if (bytes === this.size(addr)) return false;
    this.#bytes += bytes - this.size(addr);
    this.#sizes.set(addr, bytes);
    return true;
  }

  list(): readonly (readonly [addr: number, size: number])[] { return [...this.#sizes]; }

  save(): SavedMappings { return { sizes: new Map(this.#sizes), made: this.#made, threshold: this.threshold }; }

  load({ sizes, made, threshold }: SavedMappings): void {
    this.#sizes = new Map(sizes);
    this.#made = made;
    this.#bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    this.threshold = threshold;
  }
}
