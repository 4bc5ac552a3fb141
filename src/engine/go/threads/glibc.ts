/** What glibc keeps for the threads of a process: their stacks, those of ended ones, arenas (nptl/allocatestack.c, malloc/arena.c, glibc 2.36). */

/** KiB of addresses a thread's stack takes, its guard page included: 8 MiB by default (`ulimit -s`). */
export const stackKiB = 8196;
/** KiB of addresses an arena takes (`HEAP_MAX_SIZE`). */
export const arenaKiB = 65_536;
/** KiB of stacks of ended threads that are kept (`nptl/nptl-stack.c:stack_cache_maxsize`). */
const keptStacksKiB = 40 * 1024;

export interface GlibcOptions {
  readonly cpus: number;
  /** MALLOC_ARENA_MAX; undefined where it is not set. */
  readonly arenaMax: number | undefined;
}

/** What glibc has mapped. */
export interface GlibcMapped { readonly stacks: number; readonly kept: number; readonly arenas: number }

/** Arenas there may be, the one below the program break among them: eight for each CPU on 64-bit machines. */
export const mostArenas = ({ cpus, arenaMax }: GlibcOptions): number => arenaMax ?? 8 * cpus;

/** The same after threads came and went: `threads` are there now, each but the first with a stack of glibc's. A thread's first malloc finds it an arena. */
export function mappedFor(threads: number, { stacks, kept, arenas }: GlibcMapped, options: GlibcOptions): GlibcMapped {
  const made = threads - 1 - stacks;
  const most = Math.floor(keptStacksKiB / stackKiB);
  return {
    stacks: threads - 1,
    kept: made > 0 ? Math.max(0, kept - made) : Math.min(most, kept - made),
    arenas: Math.max(arenas, Math.min(threads - 1, mostArenas(options) - 1)),
  };
}
