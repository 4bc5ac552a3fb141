import type { Machine } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { requestOf, slotSize, type Request } from '../request.ts';
import type { HeapEvent } from './event.ts';
import { HeapMachine, type HeapAnswer, type HeapOp, type SavedHeap } from './heap-machine.ts';
import { lookAt, type Look } from './look.ts';
import { spanClassOf } from './mspan.ts';

/** Several operations that a program writes as one statement; at most one of them allocates. */
export interface Steps { readonly steps: readonly HeapOp[] }

/** How far an operation has come, from the nearest memory to the farthest. */
export const depths = ['object', 'mcache', 'mcentral', 'mheap', 'system'] as const;
export type Depth = (typeof depths)[number];

/** The search for pages has a figure of its own, and so has the scavenger; this one shows where a search ended. */
type Elsewhere = { readonly kind: 'search-chunk' | 'level' | 'chunk' | 'scavenged' };
export type MicroscopeEvent = Exclude<HeapEvent, Elsewhere> | { readonly kind: 'dropped'; readonly addr: number; readonly size: number };

/** The depth that each kind of moment belongs to. */
const depthOf: { readonly [Kind in MicroscopeEvent['kind']]: Depth } = {
  request: 'object', tiny: 'object', dropped: 'object',
  slot: 'mcache', full: 'mcache',
  central: 'mcentral', refill: 'mcentral', marked: 'mcentral', swept: 'mcentral', due: 'mcentral',
  'pages-wanted': 'mheap', 'page-cache': 'mheap', 'page-cache-filled': 'mheap', 'page-cache-miss': 'mheap', pages: 'mheap', large: 'mheap', freed: 'mheap',
  arena: 'system', grow: 'system',
};

const isShown = (event: HeapEvent): event is Exclude<HeapEvent, Elsewhere> => event.kind !== 'search-chunk' && event.kind !== 'level' && event.kind !== 'chunk' && event.kind !== 'scavenged';

/** The last allocation: what was asked for, what it takes and where. Bytes. */
export interface Made { readonly size: number; readonly pointers: boolean; readonly request: Request; readonly slot: number; readonly spanClass: number; readonly addr: number | undefined }

export interface MicroscopePicture extends Look {
  readonly made: Made | undefined;
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
    const answer = this.#machine.watch(step, (event) => { if (isShown(event) && this.#concerns(step, event)) tell(event); });
    if (step.do === 'allocate') this.#count();
    if (answer !== undefined && this.#made) [this.#made, this.#addr] = [{ ...this.#made, addr: answer }, answer];
    return answer;
  }

  #drop(slot: number, tell: ((event: MicroscopeEvent) => void) | undefined): void {
    const held = this.#machine.objects.slots.get(slot);
    if (held) tell?.({ kind: 'dropped', addr: held.addr, size: held.size });
  }

  /** Of a collection: what is marked, and what becomes of the spans of the class in view. */
  #concerns(step: HeapOp, event: MicroscopeEvent): boolean {
    if (step.do !== 'collect' || event.kind === 'marked') return true;
    if (event.kind !== 'swept') return false;
    return this.#machine.heap.ownerOf(event.base / pageSize)?.spanClass === this.#made?.spanClass;
  }

  #moment(event: MicroscopeEvent): void {
    this.#now = depthOf[event.kind];
    if (depths.indexOf(this.#now) > depths.indexOf(this.#reached)) this.#reached = this.#now;
    if ('base' in event && event.base !== undefined && this.#now !== 'system') this.#addr = event.base;
    if (this.#made && (event.kind === 'tiny' || event.kind === 'slot' || event.kind === 'large')) [this.#made, this.#addr] = [{ ...this.#made, addr: event.addr }, event.addr];
  }

  #count(): void {
    if (depths.indexOf(this.#reached) > depths.indexOf('mcache')) this.#slow++;
    else this.#fast++;
  }

  #look(): MicroscopePicture {
    return { made: this.#made, ...lookAt(this.#machine, this.#made?.spanClass, this.#addr), reached: this.#reached, now: this.#now, fast: this.#fast, slow: this.#slow };
  }
}

function madeOf({ size, pointers }: Extract<HeapOp, { do: 'allocate' }>): Made {
  const request = requestOf(size, pointers);
  const sizeClass = request.kind === 'small' || request.kind === 'tiny' ? request.class : 0;
  const noscan = request.kind === 'tiny' || !pointers;
  return { size, pointers, request, slot: slotSize(request), spanClass: spanClassOf(sizeClass, noscan), addr: undefined };
}

