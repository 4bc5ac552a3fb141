/** What all collectors share: the program they serve, how their work is counted, and how it is shown. */
import { film } from '../film.ts';
import type { Machine } from '../machine.ts';
import type { Answer, CollectorEvent, CollectorOp, Phase, Tell } from './event.ts';
import { fieldsOf, mostFields, mostWords, nil, ObjectHeap, shapeOf, wordBytes, wordsOf, type SavedHeap } from './object-heap.ts';
import { fromAfar, graphOf, type Color, type CollectorPicture, type Figures, type Graph } from './picture.ts';
import { reached, refuse } from './naming.ts';
import { reach } from './reach.ts';
import { Work, type SavedWork } from './work.ts';

/** As many objects, and no more, are shown one by one, and each step of a collection with them. */
export const closeUp = 512;

/** `heap`: bytes of memory in all. A copying collector fills half of them. */
export interface CollectorOptions { readonly heap: number }

interface Saved<State> { readonly state: State; readonly heap: SavedHeap; readonly work: SavedWork }

/** A program's heap and its collector. `run` lets the operation happen at once and films it; `apply` runs the same code unfilmed. */
export abstract class Collector<State = unknown> implements Machine<CollectorOp, CollectorEvent, Answer, CollectorPicture, Saved<State>> {
  readonly heap: ObjectHeap;
  readonly work = new Work();
  #shown: CollectorPicture | undefined;
  /** The graph as it stood when the collection under way began. */
  #graph: Graph | undefined;

  /** Memory of so many bytes, in whole bitmap words: 256 bytes each. */
  constructor({ heap }: CollectorOptions) { this.heap = new ObjectHeap(Math.floor(heap / 256) * 32); }

  /** Room for so many words, or nil. */
  protected abstract allocate(words: number): number;
  /** Called when there was no room for so many. */
  protected abstract makeRoom(words: number): void;
  /** A whole collection, asked for by the program. */
  protected abstract collect(): void;
  /** Addresses of all objects not yet given back, from low to high. */
  abstract objects(): Iterable<number>;
  /** Words of those. */
  protected abstract present(): number;
  /** Bytes of objects found dead, and not swept yet. */
  condemned(): number { return 0; }
  /** Words that the collection just ended found alive. */
  protected kept(): number { return this.present(); }
  /** Words that objects may fill at one time. */
  protected abstract room(): number;
  protected abstract spaces(): CollectorPicture['spaces'];
  protected abstract saveState(): State;
  protected abstract loadState(state: State): void;

  /** A field, the `at`-th word of memory, points to another object from now on: with whatever barrier or count that takes. */
  protected store(_addr: number, at: number, to: number): void { this.heap.words[at] = to; }
  protected hold(addr: number): void { this.heap.hold(this.heap.words[addr]!); }
  protected drop(addr: number): void { this.heap.drop(this.heap.words[addr]!); }
  protected left(): CollectorPicture['left'] { return []; }
  protected fingers(): CollectorPicture['fingers'] { return []; }
  protected color(_addr: number): Color | undefined { return undefined; }
  protected count(_id: number): number | undefined { return undefined; }

  run(op: CollectorOp): Generator<CollectorEvent, Answer, void> {
    if (!this.#isSmall()) return this.#fromAfar(op);
    return film((tell) => this.#overheard(op, tell), () => this.#look(), (picture) => { this.#shown = picture; });
  }

  apply(op: CollectorOp): Answer {
    const before = this.work.touched;
    const answer = this.#do(op);
    this.#graph = undefined;
    this.work.pauseSince(before);
    return answer;
  }

  save(): Saved<State> { return { state: this.saveState(), heap: this.heap.save(), work: this.work.save() }; }

  load({ state, heap, work }: Saved<State>): void {
    this.heap.load(heap);
    this.loadState(state);
    this.work.load(work);
    this.#shown = undefined;
  }

  picture(): CollectorPicture { return this.#shown ?? this.#look(); }

  /** Looks at the whole graph to tell live from dead. */
  figures(): Figures { return this.#figures((this.#graph?.live ?? reach(this.heap).words * wordBytes)); }

  protected phase(phase: Phase): void { this.work.tell?.({ kind: 'phase', phase }); }

  /** A collection of the stopped world, by its steps; the graph is the same before and after. */
  protected stopped(phases: () => void): void {
    if (this.work.tell) this.#graph = graphOf(this.heap, this.objects());
    phases();
    this.work.collections++;
    this.#graph = undefined;
    this.phase('over');
  }

  /** Of many objects only the end of a collection is shown. */
  *#fromAfar(op: CollectorOp): Generator<CollectorEvent, Answer, void> {
    const before = this.work.collections;
    const answer = this.apply(op);
    if (this.work.collections > before) yield { kind: 'phase', phase: 'over' };
    return answer;
  }

  #isSmall(): boolean {
    let seen = 0;
    for (const _ of this.objects()) if (++seen > closeUp) return false;
    return true;
  }

  #overheard(op: CollectorOp, tell: Tell): Answer {
    this.work.tell = tell;
    try {
      return this.apply(op);
    } finally {
      this.work.tell = undefined;
    }
  }

  #do(op: CollectorOp): Answer {
    switch (op.do) {
      case 'new': return this.#new(op.id, op.size, op.fields);
      case 'set': return this.#set(op.id, op.field, op.to);
      case 'hold': return this.#hold(op.id);
      case 'drop': return this.#drop(op.id);
      case 'collect': return this.#collect();
    }
  }

  #new(id: number, size: number, fields: number): Answer {
    const words = 1 + Math.max(fields, Math.ceil(size / wordBytes));
    if (this.heap.has(id)) throw refuse('twice', 'There is an object of this name already.', { id });
    if (words > mostWords || fields > mostFields) throw refuse('large', 'An object this large cannot be made.', { id, size });
    const addr = this.allocate(words) || this.#retry(words);
    if (addr === nil) throw refuse('full', 'No room, even after a collection.', { id, size });
    this.heap.put(id, addr, shapeOf(words, fields));
    this.work.allocated += words;
    this.hold(addr);
    this.work.tell?.({ kind: 'placed', id, addr: addr * wordBytes, size: words * wordBytes });
    return addr * wordBytes;
  }

  #retry(words: number): number {
    this.makeRoom(words);
    return this.allocate(words);
  }

  #set(id: number, field: number, to: number): null {
    const addr = reached(this.heap, id);
    const target = to < 0 ? nil : reached(this.heap, to);
    if (field >= fieldsOf(this.heap.shapeAt(id))) throw refuse('field', 'The object has no such pointer.', { id, field, fields: fieldsOf(this.heap.shapeAt(id)) });
    this.store(addr, addr + 1 + field, target);
    this.work.tell?.({ kind: 'stored', id, field, to });
    return null;
  }

  #hold(id: number): null {
    const addr = reached(this.heap, id);
    if (!this.heap.isHeld(id)) this.hold(addr);
    this.work.tell?.({ kind: 'held', id });
    return null;
  }

  #drop(id: number): null {
    if (!this.heap.isHeld(id)) throw refuse('not-held', 'No variable holds this object.', { id });
    this.drop(this.heap.addr[id]!);
    this.work.tell?.({ kind: 'dropped', id });
    return null;
  }

  #collect(): Answer {
    this.collect();
    return this.kept() * wordBytes;
  }

  #figures(live: number): Figures {
    const { touched, last, longest, movedObjects, collections, allocated } = this.work;
    const present = this.present() * wordBytes;
    return {
      heap: this.spaces().reduce((sum, { size }) => sum + size, 0), room: this.room() * wordBytes, live, present, garbage: present - live, allocated: allocated * wordBytes,
      touched: touched * wordBytes, lastPause: last * wordBytes, longestPause: longest * wordBytes, moved: movedObjects, collections,
    };
  }

  #look(): CollectorPicture {
    const addresses = [...this.objects()];
    const around = { spaces: this.spaces(), left: this.left(), fingers: this.fingers() };
    if (addresses.length > closeUp) return { ...around, ...fromAfar(this.heap, addresses), figures: this.figures() };
    const { fields, reachable, roots, live } = this.#graph ?? graphOf(this.heap, addresses);
    const objects = addresses.map((addr) => {
      const id = this.heap.words[addr]!;
      const size = wordsOf(this.heap.shapeAt(id)) * wordBytes;
      return { id, addr: addr * wordBytes, size, fields: fields.get(id) ?? [], reachable: reachable.has(id), color: this.color(addr), count: this.count(id) };
    });
    return { ...around, objects, blocks: [], roots, figures: this.#figures(live) };
  }
}
