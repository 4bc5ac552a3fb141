import { Allocator, type Answer } from '../allocator.ts';
import { Arena, defaults, listEvent, type SavedArena, type Tunables } from './arena.ts';
import { chunkSizeFor, header, heapStart } from './chunk.ts';
import { freeChunk, freeMapped } from './free.ts';
import { allocate, payload } from './malloc.ts';
import { heapPicture, largestFree, type PtmallocPicture } from './picture.ts';
import { resize, resizeMapped } from './realloc.ts';
import { tcacheStruct } from './tcache.ts';

/** Requests above PTRDIFF_MAX are refused unseen. */
const largestRequest = 2 ** 63;

const chunkOf = (addr: number): number => addr - header + heapStart;

/**
 * The malloc of GNU libc 2.36 on x86-64, for one thread: every answer equals the real library's. The files beside this
 * one follow malloc.c's own parts.
 *
 * Answers count from the break before the first call. Not modelled: heaps beyond 2 GiB, memalign, further threads.
 */
export class Ptmalloc extends Allocator<SavedArena, PtmallocPicture> {
  readonly #arena: Arena;

  constructor(tunables: Partial<Tunables> = {}, _seed = 0, start?: ReturnType<Ptmalloc['save']>) {
    super();
    this.#arena = new Arena({ ...defaults, ...tunables });
    if (start) this.load(start);
  }

  protected malloc(size: number): Answer {
    if (size >= largestRequest) return null;
    const arena = this.#ready();
    const nb = chunkSizeFor(size);
    const cached = arena.tcache.take(nb);
    arena.within = 'tcache_get';
    if (cached === 0) return payload(allocate(arena, nb));
    arena.tell?.(listEvent('take', 'tcache', cached, nb));
    return payload(cached);
  }

  /** glibc 2.36's calloc does not look into the cache (malloc.c:__libc_calloc). */
  protected override calloc(size: number): Answer {
    return size >= largestRequest ? null : payload(allocate(this.#ready(), chunkSizeFor(size)));
  }

  protected free(addr: number): void {
    const arena = this.#ready();
    if (addr < 0) return freeMapped(arena, addr);
    freeChunk(arena, chunkOf(addr), arena.chunks.size(chunkOf(addr)));
  }

  protected override realloc(addr: number, size: number): Answer {
    if (size >= largestRequest) return null;
    const nb = chunkSizeFor(size);
    return addr < 0 ? resizeMapped(this.#ready(), addr, nb) : payload(resize(this.#ready(), chunkOf(addr), nb));
  }

  blockSize(addr: number): number {
    return addr < 0 ? this.#arena.mappings.size(addr) : this.#arena.chunks.size(chunkOf(addr));
  }

  protected heapBytes(): number { return this.#arena.brk - heapStart + this.#arena.mappings.bytes; }
  protected largestFree(): number { return largestFree(this.#arena); }
  protected look(): PtmallocPicture { return heapPicture(this.#arena); }
  protected saveState(): SavedArena { return this.#arena.save(); }
  protected loadState(state: SavedArena): void { this.#arena.load(state); }

  /** The arena as this operation finds it; the very first makes the thread's cache (malloc.c:tcache_init). */
  #ready(): Arena {
    const arena = this.#arena;
    arena.tell = this.tell && ((event) => this.tell?.({ ...event, by: arena.within }));
    arena.effort = this.effort;
    if (!arena.started) {
      arena.started = true;
      allocate(arena, chunkSizeFor(tcacheStruct));
    }
    return arena;
  }
}
