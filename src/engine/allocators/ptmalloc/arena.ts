/** The main arena: everything malloc.c keeps in main_arena and mp_, and the cache of the one thread there is. */
import type { Effort, HeapEvent, Tell } from '../allocator.ts';
import type { SavedWords } from '../words.ts';
import { Bins, type SavedBins } from './bins.ts';
import { Chunks, heapStart } from './chunk.ts';
import { Fastbins, type SavedFastbins } from './fastbins.ts';
import { Mappings, type SavedMappings } from './mappings.ts';
import { Tcache, type SavedTcache } from './tcache.ts';

/** Tunables, named as in GLIBC_TUNABLES=glibc.malloc.NAME. */
export interface Tunables {
  /** Chunks the thread's cache keeps of each size; 7 unless told. */
  readonly tcacheCount: number;
  /** Chunks of up to (mxfast + 8) rounded down to 16s are fast; bytes, at most 160, 128 unless told. 0: none. */
  readonly mxfast: number;
}

export const defaults: Tunables = { tcacheCount: 7, mxfast: 128 };

/** What sysmalloc asks of brk beyond need, and systrim leaves (DEFAULT_TOP_PAD: 128 KiB). */
export const topPad = 128 * 1024;

export interface SavedArena {
  readonly words: SavedWords;
  readonly bins: SavedBins;
  readonly fastbins: SavedFastbins;
  readonly tcache: SavedTcache;
  readonly mappings: SavedMappings;
  readonly top: number;
  readonly lastRemainder: number;
  readonly brk: number;
  readonly trimThreshold: number;
  readonly started: boolean;
}

export class Arena {
  readonly chunks = new Chunks();
  readonly bins = new Bins(this.chunks);
  readonly mappings = new Mappings();
  readonly fastbins: Fastbins;
  readonly tcache: Tcache;
  /** The chunk that ends at the break; of size 0 before the first growth. */
  top = heapStart;
  /** What was left by the last split for a small request: the next one is cut from it too, for nearness. */
  lastRemainder = 0;
  /** End of the heap. */
  brk = heapStart;
  /** A top this large is given back; bytes. Moves with the mmap threshold. */
  trimThreshold = 128 * 1024;
  /** Whether the thread has its cache: the first call makes it. */
  started = false;
  effort: Effort = { steps: 0, systemCalls: 0 };
  tell: Tell | undefined;
  /** The function of malloc.c that is at work, for what is told. */
  within = '__libc_malloc';

  constructor({ tcacheCount, mxfast }: Tunables) {
    this.fastbins = new Fastbins(this.chunks, mxfast);
    this.tcache = new Tcache(this.chunks, tcacheCount);
  }

  save(): SavedArena {
    return {
      words: this.chunks.save(), bins: this.bins.save(), fastbins: this.fastbins.save(), tcache: this.tcache.save(),
      mappings: this.mappings.save(), top: this.top, lastRemainder: this.lastRemainder, brk: this.brk,
      trimThreshold: this.trimThreshold, started: this.started,
    };
  }

  load(saved: SavedArena): void {
    this.chunks.load(saved.words);
    this.bins.load(saved.bins);
    this.fastbins.load(saved.fastbins);
    this.tcache.load(saved.tcache);
    this.mappings.load(saved.mappings);
    this.top = saved.top;
    this.lastRemainder = saved.lastRemainder;
    this.brk = saved.brk;
    this.trimThreshold = saved.trimThreshold;
    this.started = saved.started;
  }
}

/** The event of a chunk met in, taken from or put into a list; its address as the answers count. */
export const listEvent = (kind: 'look' | 'take' | 'put', list: string, chunk: number, size: number): HeapEvent =>
  ({ kind, list, addr: chunk - heapStart, size });
