import type { Machine } from '../../machine.ts';
import { requestOf, slotSize, type Request } from '../request.ts';
import { pageSize } from '../size-classes.ts';
import { isCoarse, type CoarseEvent } from './event.ts';
import { HeapMachine, type HeapAnswer, type HeapOp, type SavedHeap } from './heap-machine.ts';
import { spanClassOf, type MSpan } from './mspan.ts';

/** Several operations that a program writes as one statement; at most one of them allocates. */
export interface Steps { readonly steps: readonly HeapOp[] }

/** How far an operation has come, from the nearest memory to the farthest. */
export const depths = ['object', 'mcache', 'mcentral', 'mheap', 'system'] as const;
export type Depth = (typeof depths)[number];

export type MicroscopeEvent = CoarseEvent | { readonly kind: 'dropped'; readonly addr: number; readonly size: number };

/** The depth that each kind of moment belongs to. */
const depthOf: { readonly [Kind in MicroscopeEvent['kind']]: Depth } = {
  tiny: 'object', slot: 'mcache', refill: 'mcentral', 'page-cache': 'mheap', 'page-cache-filled': 'mheap', level: 'mheap',
  pages: 'mheap', grow: 'system', large: 'mheap', marked: 'mcentral', swept: 'mcentral', freed: 'mheap', dropped: 'object',
};

/** The last allocation: what was asked for, what it takes and where. Bytes. */
export interface Made { readonly size: number; readonly pointers: boolean; readonly request: Request; readonly slot: number; readonly spanClass: number; readonly addr: number | undefined }

export interface SpanPicture { readonly base: number; readonly npages: number; readonly elemsize: number; readonly taken: readonly boolean[] }
/** A span of the class that no P holds. */
export interface CentralSpan { readonly base: number; readonly list: 'partial' | 'full'; readonly taken: number; readonly nelems: number }
/** A page: with the span it is part of, in the P's page cache, or free. */
export type PagePicture = 'span' | 'cache' | 'other' | 'free';
export interface ChunkPicture { readonly base: number; readonly size: number; readonly free: number }

export interface MicroscopePicture {
  readonly made: Made | undefined;
  /** The current tiny block, and its bytes in use. */
  readonly tiny: { readonly block: number; readonly used: number } | undefined;
  readonly span: SpanPicture | undefined;
  readonly central: readonly CentralSpan[];
  /** The pages of the chunk that the span lies in, and the first one's address. */
  readonly pages: { readonly base: number; readonly each: readonly PagePicture[] } | undefined;
  readonly chunks: readonly ChunkPicture[];
  /** How far the present operation has come, and where the present moment is. */
  readonly reached: Depth;
  readonly now: Depth | undefined;
  /** Allocations that the span at hand could serve, and those that had to go further. */
  readonly fast: number;
  readonly slow: number;
}

interface Saved { readonly heap: SavedHeap; readonly made: Made | undefined; readonly reached: Depth; readonly fast: number; readonly slow: number }

/** Go's heap seen through the class of the last allocation: one object, its span, its class, its pages, its arenas (Go 1.27). */
export class Microscope implements Machine<Steps, MicroscopeEvent, HeapAnswer, MicroscopePicture, Saved> {
  readonly #machine: HeapMachine;
  #made: Made | undefined;
  #reached: Depth = 'object';
  #now: Depth | undefined;
  /** Where the present moment is: the object, or the span or pages on their way to it. */
  #addr: number | undefined;
  #fast = 0;
  #slow = 0;
  #shown: MicroscopePicture | undefined;

  constructor(machine = new HeapMachine()) {
    this.#machine = machine;
  }

  *run(op: Steps): Generator<MicroscopeEvent, HeapAnswer, void> {
    const film: { event: MicroscopeEvent; picture: MicroscopePicture }[] = [];
    const answer = this.#all(op, (event) => {
      this.#moment(event);
      film.push({ event, picture: this.#look() });
    });
    this.#now = undefined;
    for (const { event, picture } of film) {
      this.#shown = picture;
      yield event;
    }
    this.#shown = undefined;
    return answer;
  }

  apply(op: Steps): HeapAnswer {
    const answer = this.#all(op, (event) => { this.#moment(event); });
    this.#now = undefined;
    return answer;
  }

  save(): Saved {
    return { heap: this.#machine.save(), made: this.#made, reached: this.#reached, fast: this.#fast, slow: this.#slow };
  }

  load({ heap, made, reached, fast, slow }: Saved): void {
    this.#machine.load(heap);
    [this.#made, this.#reached, this.#fast, this.#slow] = [made, reached, fast, slow];
    [this.#now, this.#addr, this.#shown] = [undefined, made?.addr, undefined];
  }

  picture(): MicroscopePicture { return this.#shown ?? this.#look(); }

  #all({ steps }: Steps, tell: (event: MicroscopeEvent) => void): HeapAnswer {
    this.#reached = 'object';
    let answer: HeapAnswer;
    for (const [i, step] of steps.entries()) answer = this.#one(step, i === 0, tell) ?? answer;
    return answer;
  }

  #one(step: HeapOp, first: boolean, tell: (event: MicroscopeEvent) => void): HeapAnswer {
    if (step.do === 'drop') this.#drop(step.slot, first ? tell : undefined);
    if (step.do === 'allocate') [this.#made, this.#addr] = [madeOf(step), undefined];
    const answer = this.#machine.watch(step, (event) => { if (isCoarse(event)) tell(event); });
    if (step.do === 'allocate') this.#count();
    if (answer !== undefined && this.#made) [this.#made, this.#addr] = [{ ...this.#made, addr: answer }, answer];
    return answer;
  }

  #drop(slot: number, tell: ((event: MicroscopeEvent) => void) | undefined): void {
    const held = this.#machine.objects.slots.get(slot);
    if (held) tell?.({ kind: 'dropped', addr: held.addr, size: held.size });
  }

  #moment(event: MicroscopeEvent): void {
    this.#now = depthOf[event.kind];
    if (depths.indexOf(this.#now) > depths.indexOf(this.#reached)) this.#reached = this.#now;
    if ('base' in event && event.kind !== 'grow') this.#addr = event.base;
    if (this.#made && (event.kind === 'tiny' || event.kind === 'slot' || event.kind === 'large')) [this.#made, this.#addr] = [{ ...this.#made, addr: event.addr }, event.addr];
  }

  #count(): void {
    if (depths.indexOf(this.#reached) > depths.indexOf('mcache')) this.#slow++;
    else this.#fast++;
  }

  #look(): MicroscopePicture {
    const span = this.#span();
    return {
      made: this.#made,
      tiny: this.#tiny(),
      span: span && { base: span.base, npages: span.npages, elemsize: span.elemsize, taken: Array.from({ length: span.nelems }, (_, i) => span.isAllocated(i)) },
      central: this.#central(),
      pages: this.#pages(span),
      chunks: this.#chunks(),
      reached: this.#reached,
      now: this.#now,
      fast: this.#fast,
      slow: this.#slow,
    };
  }

  /** The span that the present address lies in, else the one that the class has at hand. */
  #span(): MSpan | undefined {
    const { heap, cache } = this.#machine;
    const found = this.#addr === undefined ? undefined : heap.ownerOf(Math.floor(this.#addr / pageSize));
    return found ?? (this.#made && cache.spanOf(this.#made.spanClass));
  }

  #tiny(): MicroscopePicture['tiny'] {
    const { block, offset } = this.#machine.cache.tiny;
    return block === undefined ? undefined : { block, used: offset };
  }

  #central(): readonly CentralSpan[] {
    const { heap } = this.#machine;
    const central = this.#made && heap.central[this.#made.spanClass];
    if (!central) return [];
    const of = (list: 'partial' | 'full', spans: readonly MSpan[]): CentralSpan[] =>
      spans.map(({ base, allocCount, nelems }) => ({ base, list, taken: allocCount, nelems }));
    return [...of('full', central.fullSwept(heap.sweepgen).list()), ...of('partial', central.partialSwept(heap.sweepgen).list())];
  }

  #pages(span: MSpan | undefined): MicroscopePicture['pages'] {
    const { heap } = this.#machine;
    const page = span?.page ?? (this.#addr === undefined ? undefined : this.#addr / pageSize);
    if (page === undefined) return undefined;
    const npages = heap.chunkPages;
    const first = page - (page % npages);
    return { base: first * pageSize, each: Array.from({ length: npages }, (_, i) => this.#page(first + i, span)) };
  }

  #page(page: number, span: MSpan | undefined): PagePicture {
    const { heap } = this.#machine;
    if (span && heap.ownerOf(page) === span) return 'span';
    if (heap.isCached(page)) return 'cache';
    return heap.isFree(page) ? 'free' : 'other';
  }

  #chunks(): readonly ChunkPicture[] {
    const { heap } = this.#machine;
    return heap.chunkList().map(({ page, free }) => ({ base: page * pageSize, size: heap.chunkPages * pageSize, free }));
  }
}

function madeOf({ size, pointers }: Extract<HeapOp, { do: 'allocate' }>): Made {
  const request = requestOf(size, pointers);
  const sizeClass = request.kind === 'small' || request.kind === 'tiny' ? request.class : 0;
  const noscan = request.kind === 'tiny' || !pointers;
  return { size, pointers, request, slot: slotSize(request), spanClass: spanClassOf(sizeClass, noscan), addr: undefined };
}

