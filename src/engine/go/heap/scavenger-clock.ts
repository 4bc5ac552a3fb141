import { drain, ProgramError, type Machine } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { linuxGeometry } from './geometry.ts';
import { HeapPages, type PageCacheHolder, type SavedHeapPages } from './heap-pages.ts';
import { emptyLedger } from './ledger.ts';
import { emptyPageCache, PageCache } from './page-cache.ts';
import { noPages } from './page-alloc.ts';
import { Pacer, type SavedPacer } from './pacer.ts';
import { runsOf, type PageRun } from './page-runs.ts';

/** What the program does. Its blocks are of one MiB each, as those of oracle/probe/steps. Time passes in `wait` alone. */
export type ClockOp =
  /** Holds so many blocks from now on, never fewer than before. */
  | { readonly do: 'hold'; readonly blocks: number }
  /** Lets go of all but the oldest of its blocks, counting those gone before. */
  | { readonly do: 'keep'; readonly blocks: number }
  /** Lets go of every nth block, from the first on. */
  | { readonly do: 'thin'; readonly nth: number }
  /** `runtime.GC()`. */
  | { readonly do: 'collect' }
  | { readonly do: 'wait'; readonly seconds: number };

/** Of a wait: after how many seconds the collection came, or had come, that let memory go back; null where none went. */
export type ClockAnswer = number | null | undefined;

export type ClockEvent =
  /** A collection freed so many bytes; `forced`: the runtime began it, since the last one was {@link forcedAfter} seconds ago (`proc.go:sysmon`). */
  | { readonly kind: 'collected'; readonly forced: boolean; readonly freed: number; readonly now: number }
  /** The scavenger gave so many bytes back to the system (`mgcscavenge.go:bgscavenge`). */
  | { readonly kind: 'returned'; readonly bytes: number; readonly now: number };

/** Seconds since the start, and bytes of the heap in physical memory from then on. */
export type Reading = readonly [now: number, inMemory: number];
export interface Collection { readonly now: number; readonly forced: boolean }

export interface ClockPicture {
  readonly base: number;
  /** Pages of each chunk, from the lowest up. */
  readonly chunks: readonly (readonly PageRun[])[];
  readonly now: number;
  readonly inMemory: number;
  readonly readings: readonly Reading[];
  readonly collections: readonly Collection[];
  readonly event: ClockEvent | undefined;
}

interface Block { readonly page: number; readonly held: boolean }
interface Saved {
  readonly pages: SavedHeapPages;
  readonly pacer: SavedPacer;
  readonly blocks: readonly (Block | undefined)[];
  readonly now: number;
  readonly readings: readonly Reading[];
  readonly collections: readonly Collection[];
}

const base = 0xc0_0000_0000;
const mib = 2 ** 20;
const blockPages = mib / pageSize;
/** Pages of a program that has just begun, for objects and for stacks: an input, as recorded of oracle/probe/hold. */
const own = { heap: 26, stack: 28 };

/** The most blocks a program may hold, and seconds it may wait at a time. */
export const mostBlocks = 500;
export const mostSeconds = 600;
/** Seconds without a collection after which the runtime forces one (`proc.go:forcegcperiod`). A process in which nothing runs looks at that clock once in half the time. */
export const forcedAfter = 120;
/** Bytes of a chunk. */
export const chunkSize = linuxGeometry.chunkPages * pageSize;
/** The scavenger works on one percent of one CPU's time (`scavengePercent`). How long that takes is not modelled: it is done within a second. */
const returnSeconds = 1;

/** A heap that has become too large, and the clock by which its memory goes back (linux, 64 bits). Before Go 1.21 all that was freed could go at once. */
export class ScavengerClock implements Machine<ClockOp, ClockEvent, ClockAnswer, ClockPicture, Saved> {
  readonly #geometry: typeof linuxGeometry;
  readonly #holder: PageCacheHolder = { pageCache: PageCache.from(emptyPageCache) };
  #pages!: HeapPages;
  #pacer!: Pacer;
  #blocks: (Block | undefined)[] = [];
  #now = 0;
  #readings: Reading[] = [];
  #collections: Collection[] = [];
  #event: ClockEvent | undefined;

  constructor({ atOnce }: { readonly atOnce: boolean }) {
    this.#geometry = { ...linuxGeometry, scavengesAtOnce: atOnce };
    const pages: SavedHeapPages = { pages: noPages, arenas: { current: { base, end: base }, toCome: [] }, ledger: emptyLedger, scavenger: {}, zeroed: [] };
    this.load({ pages, pacer: { gcPercent: 100, heapLive: 0, heapMarked: 0, stackScan: 0, globalsScan: 0 }, blocks: [], now: 0, readings: [], collections: [] });
    this.#pages.alloc(own.heap, 'heap', this.#holder);
    this.#pages.alloc(own.stack, 'stack', this.#holder);
    this.#read();
  }

  *run(op: ClockOp): Generator<ClockEvent, ClockAnswer, void> {
    switch (op.do) {
      case 'hold': this.#hold(op.blocks); break;
      case 'keep': this.#drop((i) => i >= op.blocks); break;
      case 'thin': this.#drop((i) => i % op.nth === 0); break;
      case 'collect': yield* this.#collect(false); break;
      case 'wait': return yield* this.#wait(op.seconds);
    }
    this.#event = undefined;
    return undefined;
  }

  apply(op: ClockOp): ClockAnswer { return drain(this.run(op)); }

  save(): Saved {
    return { pages: this.#pages.save(), pacer: this.#pacer.save(), blocks: [...this.#blocks], now: this.#now, readings: [...this.#readings], collections: [...this.#collections] };
  }

  load({ pages, pacer, blocks, now, readings, collections }: Saved): void {
    this.#pages = new HeapPages(this.#geometry, pages);
    this.#pacer = new Pacer(pacer);
    this.#blocks = [...blocks];
    this.#now = now;
    [this.#readings, this.#collections] = [[...readings], [...collections]];
    this.#event = undefined;
  }

  picture(): ClockPicture {
    const garbage = new Set(this.#blocks.flatMap((block) => (block && !block.held ? [block.page] : [])));
    const isGarbage = (page: number): boolean => garbage.has(page - ((page - own.heap - own.stack) % blockPages));
    return {
      base, chunks: runsOf(this.#pages.pages, this.#geometry.chunkPages, isGarbage), now: this.#now, inMemory: this.#pages.ledger.retained,
      readings: [...this.#readings], collections: [...this.#collections], event: this.#event,
    };
  }

  #hold(blocks: number): void {
    const held = this.#blocks.filter((block) => block?.held).length;
    if (blocks < held) throw new ProgramError('fewer', 'the program holds more', { line: 1 }, { held });
    for (let i = held; i < blocks; i++) {
      this.#blocks.push({ page: this.#pages.alloc(blockPages, 'heap', this.#holder).page, held: true });
      this.#pacer.heapLive += mib;
      if (this.#pacer.due) this.#mark();
    }
    this.#read();
  }

  #drop(isDropped: (i: number) => boolean): void {
    this.#blocks = this.#blocks.map((block, i) => (block && isDropped(i) ? { ...block, held: false } : block));
  }

  *#collect(forced: boolean): Generator<ClockEvent, void, void> {
    const freed = this.#mark() * mib;
    this.#collections.push({ now: this.#now, forced });
    yield (this.#event = { kind: 'collected', forced, freed, now: this.#now });
  }

  /** One collection: what the scavenger may do is settled before what is dead is swept. Returns the blocks freed. */
  #mark(): number {
    const { scavenger, pages } = this.#pages;
    const lastHeapGoal = this.#pacer.goal;
    this.#pacer.marked(own.heap * pageSize + this.#blocks.filter((block) => block?.held).length * mib, true);
    scavenger.collected(lastHeapGoal);
    scavenger.pace(this.#pacer.goal);
    pages.scavengeIndex.nextGen();
    return this.#sweep();
  }

  #sweep(): number {
    let freed = 0;
    this.#blocks = this.#blocks.map((block) => {
      if (!block || block.held) return block;
      this.#pages.free(block.page, blockPages, 'heap');
      freed++;
      return undefined;
    });
    return freed;
  }

  *#wait(seconds: number): Generator<ClockEvent, ClockAnswer, void> {
    const start = this.#now;
    let back: number | null = null;
    for (;;) {
      const last = this.#now;
      if (yield* this.#return()) back ??= last - start;
      const due = (this.#collections.at(-1)?.now ?? 0) + forcedAfter;
      if (due >= start + seconds) break;
      this.#now = Math.max(this.#now, due);
      yield* this.#collect(true);
    }
    this.#now = start + seconds;
    this.#read();
    this.#event = undefined;
    return back;
  }

  *#return(): Generator<ClockEvent, boolean, void> {
    const bytes = this.#pages.scavenger.background();
    if (bytes === 0) return false;
    this.#now += returnSeconds;
    this.#read();
    yield (this.#event = { kind: 'returned', bytes, now: this.#now });
    return true;
  }

  #read(): void { this.#readings.push([this.#now, this.#pages.ledger.retained]); }
}
