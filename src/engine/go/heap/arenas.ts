import type { Tell } from './event.ts';
import type { Geometry } from './geometry.ts';

/** A reservation: its first address and its bytes. */
export interface Reserved { readonly base: number; readonly size: number }

/** Where the heap grows. `toCome` are bases of arenas that the system will give, an input; when there are none left they follow one another. */
export interface SavedArenas { readonly current: { readonly base: number; readonly end: number }; readonly toCome: readonly number[] }

/** The arenas of a heap (`mheap.go:curArena`, `malloc.go:sysAlloc`). */
export class Arenas {
  readonly #geometry: Geometry;
  #base: number;
  #end: number;
  #toCome: readonly number[];

  constructor(geometry: Geometry, { current, toCome }: SavedArenas) {
    this.#geometry = geometry;
    [this.#base, this.#end, this.#toCome] = [current.base, current.end, toCome];
  }

  /** The pieces of address space that the heap gains when it needs `size` bytes more, whole chunks (`mheap.grow`). */
  grow(size: number, tell?: Tell): Reserved[] {
    const gained: Reserved[] = [];
    if (this.#base + size > this.#end) {
      const arena = this.#sysAlloc(size);
      tell?.({ kind: 'arena', ...arena, adjacent: arena.base === this.#end });
      if (arena.base !== this.#end) {
        if (this.#end > this.#base) gained.push({ base: this.#base, size: this.#end - this.#base });
        this.#base = arena.base;
      }
      this.#end = arena.base + arena.size;
    }
    gained.push({ base: this.#base, size });
    this.#base += size;
    return gained;
  }

  save(): SavedArenas {
    return { current: { base: this.#base, end: this.#end }, toCome: this.#toCome };
  }

  /** Reserves whole arenas, one after another. */
  #sysAlloc(size: number): Reserved {
    const count = Math.ceil(size / this.#geometry.arenaBytes);
    const base = this.#toCome[0] ?? this.#end;
    this.#toCome = this.#toCome.slice(count);
    return { base, size: count * this.#geometry.arenaBytes };
  }
}
