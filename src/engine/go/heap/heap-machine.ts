import { ProgramError, type Machine } from '../../machine.ts';
import { largestRequest } from '../request-machine.ts';
import { collect, collectStopped } from './collect.ts';
import { giveWay, startMarking, stopMarking, waitForMarking } from './concurrent.ts';
import type { HeapEvent, Tell } from './event.ts';
import { wasmGeometry, type Geometry } from './geometry.ts';
import { emptyCache, MCache, type SavedMCache } from './mcache.ts';
import { MHeap, type SavedMHeap } from './mheap.ts';
import { emptyLedger } from './ledger.ts';
import { noPages } from './page-alloc.ts';
import { pacerOff } from './pacer.ts';
import { memStatsOf, type Elsewhere, type MemStats } from './mem-stats.ts';
import { Objects, type SavedObjects } from './objects.ts';
import { noSlots, type Held } from './slots.ts';

/** What the reader's program does, and on which P, the first if not said: an input. Sizes in bytes; memory with pointers comes in whole words of 8. */
export type HeapOp =
  | { readonly do: 'allocate'; readonly slot: number; readonly size: number; readonly pointers: boolean; readonly p?: number }
  | { readonly do: 'link'; readonly from: number; readonly word: number; readonly to: number }
  | { readonly do: 'drop'; readonly slot: number }
  | { readonly do: 'collect'; readonly p?: number }
  /** GOGC from now on; below zero nothing is collected unless the program says so. */
  | { readonly do: 'setGCPercent'; readonly percent: number }
  /** GOMEMLIMIT from now on, infinite for none. */
  | { readonly do: 'setMemoryLimit'; readonly bytes: number }
  /** `runtime.ReadMemStats`: every P gives its spans away, and forgets its tiny block. {@link HeapMachine.memStats} then reads. */
  | { readonly do: 'readMemStats' }
  /** What the last collection had to scan beside the heap, and the runway of the next: inputs. */
  | { readonly do: 'roots'; readonly stackScan: number; readonly globalsScan: number; readonly runway?: number }
  /** Bytes that the runtime has mapped beside the heap, its stacks, its mark queues and the records of its spans: an input. */
  | { readonly do: 'elsewhere'; readonly bytes: number }
  /** The collection that marks beside the program has nothing left to mark: an input, since that is the scheduler's and the clock's. */
  | { readonly do: 'marked'; readonly p?: number }
  /** The program gives way to the runtime's own goroutines (`runtime.Gosched`). How often the P had taken a goroutine to run by then: an input, where a collection marks, since how often its worker runs is the clock's. */
  | { readonly do: 'yield'; readonly schedtick?: number; readonly p?: number };

/** The address of the object made, where one was. */
export type HeapAnswer = number | undefined;

export interface SavedHeap { readonly heap: SavedMHeap; readonly ps: readonly SavedMCache[]; readonly objects: SavedObjects }

export interface SpanMark { readonly base: number; readonly npages: number; readonly spanClass: number; readonly elemsize: number; readonly allocated: readonly boolean[] }
export interface HeapPicture { readonly spans: readonly SpanMark[]; readonly held: readonly (readonly [slot: number, held: Held])[] }

/** A heap without anything, that grows from address `base` on, and so many Ps (`GOMAXPROCS`). */
export const emptyHeap = (base: number, ps = 1): SavedHeap => ({
  heap: { spans: [], central: [], pages: { pages: noPages, arenas: { current: { base, end: base }, toCome: [] }, ledger: emptyLedger, scavenger: {}, zeroed: [] }, pacer: pacerOff },
  ps: Array.from({ length: ps }, () => emptyCache),
  objects: { slots: noSlots, links: [] },
});

/** Go's allocator and its collections, with the addresses of the real one (Go 1.27): where they mark beside the program, on one P. */
export class HeapMachine implements Machine<HeapOp, HeapEvent, HeapAnswer, HeapPicture, SavedHeap> {
  readonly #geometry: Geometry;
  readonly #concurrent: boolean;
  #heap!: MHeap;
  #ps!: readonly MCache[];
  #objects!: Objects;

  /** `concurrent`: a collection that the pacer starts marks beside the program until it is told `marked`, and is swept little by little; else it is done in one stop. */
  constructor({ geometry = wasmGeometry, concurrent = false }: { readonly geometry?: Geometry; readonly concurrent?: boolean } = {}, _seed = 0, start: SavedHeap = emptyHeap(geometry.arenaBytes)) {
    this.#geometry = geometry;
    this.#concurrent = concurrent;
    this.load(start);
  }

  /** The moments come when the operation is done: a picture between two of them shows its end. */
  *run(op: HeapOp): Generator<HeapEvent, HeapAnswer, void> {
    const events: HeapEvent[] = [];
    const answer = this.watch(op, (event) => { events.push(event); });
    yield* events;
    return answer;
  }

  /** Applies an operation and tells each moment as it happens. */
  watch(op: HeapOp, tell: Tell): HeapAnswer {
    this.#heap.tell = tell;
    try {
      return this.apply(op);
    } finally {
      this.#heap.tell = undefined;
    }
  }

  /** The parts, for who draws them. */
  get heap(): MHeap { return this.#heap; }
  /** The first P's. */
  get cache(): MCache { return this.#p(0); }
  get objects(): Objects { return this.#objects; }

  apply(op: HeapOp): HeapAnswer {
    switch (op.do) {
      case 'allocate': return this.#allocate(op.slot, op.size, op.pointers, this.#p(op.p));
      case 'link': return this.#link(op.from, op.word, op.to);
      case 'drop': this.#objects.slots.drop(op.slot); return undefined;
      case 'collect': this.#collect(this.#p(op.p)); return undefined;
      case 'setGCPercent': this.#setGCPercent(op.percent); return undefined;
      case 'setMemoryLimit': this.#heap.setMemoryLimit(op.bytes); return undefined;
      case 'elsewhere': this.#heap.elsewhere = op.bytes; return undefined;
      case 'readMemStats': for (const p of this.#ps) p.flush(); return undefined;
      case 'roots': this.#heap.pacer.setRoots(op.stackScan, op.globalsScan, op.runway); return undefined;
      case 'marked': this.#stopMarking(this.#p(op.p)); return undefined;
      case 'yield': this.#giveWay(op.schedtick, this.#p(op.p)); return undefined;
    }
  }

  save(): SavedHeap {
    return { heap: this.#heap.save(), ps: this.#ps.map((p) => p.save()), objects: this.#objects.save() };
  }

  load({ heap, ps, objects }: SavedHeap): void {
    this.#heap = new MHeap(this.#geometry, heap);
    this.#ps = ps.map((p) => new MCache(this.#heap, p));
    this.#objects = new Objects(objects);
  }

  /** What `runtime.MemStats` says after `readMemStats`, if the runtime has so much beside this heap. */
  memStats(elsewhere?: Elsewhere): MemStats { return memStatsOf(this.#heap, elsewhere); }

  picture(): HeapPicture {
    const spans = Array.from(this.#heap.spans, (span) => {
      const { base, npages, spanClass, elemsize } = span;
      return { base, npages, spanClass, elemsize, allocated: Array.from({ length: span.nelems }, (_, i) => span.isAllocated(i)) };
    });
    return { spans: spans.sort((a, b) => a.base - b.base), held: this.#objects.slots.list() };
  }

  #p(index = 0): MCache {
    const p = this.#ps[index];
    if (!p) throw new ProgramError('p', `There is no P ${index}: the machine has ${this.#ps.length}.`, { line: 1 }, { p: index, ps: this.#ps.length });
    return p;
  }

  #allocate(slot: number, asked: number, pointers: boolean, p: MCache): number {
    refuseBadSize(asked);
    const size = pointers ? Math.ceil(asked / 8) * 8 : asked;
    if (this.#heap.marking) this.#heap.workbufs.take(p);
    const addr = p.malloc(size, pointers);
    if (this.#heap.charged) this.#collectIfDue(addr, p);
    this.#objects.slots.hold(slot, addr, size, pointers);
    return addr;
  }

  /** The slot still holds its former object then, and the new one lives as well. */
  #collectIfDue(fresh: number, running: MCache): void {
    this.#heap.charged = false;
    const { due, heapLive, trigger } = this.#heap.pacer;
    if (!due || this.#heap.marking) return;
    this.#heap.tell?.({ kind: 'due', heapLive, trigger });
    const begin = this.#concurrent ? startMarking : collectStopped;
    begin(this.#heap, { all: this.#ps, running }, this.#objects, fresh);
  }

  #giveWay(schedtick: number | undefined, p: MCache): void {
    if (schedtick !== undefined) this.#heap.runQueue.schedtick = schedtick;
    giveWay(this.#heap, p);
  }

  /** Whoever turns the pacer off waits for the collection that is marking (`setGCPercent`). */
  #setGCPercent(percent: number): void {
    this.#heap.setGCPercent(percent);
    if (percent < 0) this.#waitForMarking(this.#p(0));
  }

  #waitForMarking(running: MCache): void {
    if (this.#heap.marking) waitForMarking(this.#heap, { all: this.#ps, running }, this.#objects);
  }

  /** One that is marking ends first. */
  #collect(running: MCache): void {
    this.#waitForMarking(running);
    collect(this.#heap, { all: this.#ps, running }, this.#objects);
  }

  #stopMarking(running: MCache): void {
    if (this.#heap.marking) stopMarking(this.#heap, { all: this.#ps, running }, this.#objects);
  }

  #link(from: number, word: number, to: number): undefined {
    const [source, target] = [this.#objects.slots.get(from), this.#objects.slots.get(to)];
    if (!source || !target) throw new ProgramError('empty', `Slot ${source ? to : from} holds nothing.`, { line: 1 }, { slot: source ? to : from });
    if (!source.pointers || word < 0 || word >= source.size / 8) throw new ProgramError('word', `Slot ${from} has no pointer at word ${word}.`, { line: 1 }, { slot: from, word });
    this.#objects.link(source.addr, word, target.addr);
  }
}

function refuseBadSize(size: number): void {
  if (Number.isSafeInteger(size) && size >= 1 && size <= largestRequest) return;
  throw new ProgramError('size', `A request is of 1 to ${largestRequest} bytes.`, { line: 1 }, { size, most: largestRequest });
}
