/** What a picture of a heap needs beside its cells: the program's objects, by the names it calls them, and the figures. */
import type { Machine } from '../machine.ts';
import type { Allocator, Answer, HeapEvent, HeapOp, HeapPicture } from './allocator.ts';
import type { Figures } from './figures.ts';

/** A call, and what the program calls the object; an id is a name too. */
export type NamedOp = HeapOp & { readonly name?: string };

/** A live object; `addr` and `size` in bytes, as the program knows them. */
export interface HeapObject { readonly id: number; readonly name: string; readonly addr: number; readonly size: number }

export interface NamedPicture {
  readonly heap: HeapPicture;
  readonly objects: readonly HeapObject[];
  readonly figures: Figures;
}

/** The names a program has used, by id. */
export class Names {
  #names = new Map<number, string>();

  note({ id, name }: NamedOp): void {
    if (name !== undefined) this.#names.set(id, name);
  }

  of(id: number): string { return this.#names.get(id) ?? String(id); }
  save(): readonly (readonly [number, string])[] { return [...this.#names]; }
  load(saved: readonly (readonly [number, string])[]): void { this.#names = new Map(saved); }
}

export const named = (allocator: Allocator, names: Names): NamedPicture => ({
  heap: allocator.picture(),
  objects: allocator.objects().map((object) => ({ ...object, name: names.of(object.id) })),
  figures: allocator.figures(),
});

interface Saved { readonly inner: ReturnType<Allocator['save']>; readonly names: ReturnType<Names['save']> }

/** One allocator, event by event, with names and figures in its picture. */
export class NamedHeap implements Machine<NamedOp, HeapEvent, Answer, NamedPicture, Saved> {
  readonly #inner: Allocator;
  readonly #names = new Names();

  constructor(inner: Allocator) { this.#inner = inner; }

  run(op: NamedOp): Generator<HeapEvent, Answer, void> {
    this.#names.note(op);
    return this.#inner.run(op);
  }

  apply(op: NamedOp): Answer {
    this.#names.note(op);
    return this.#inner.apply(op);
  }

  save(): Saved { return { inner: this.#inner.save(), names: this.#names.save() }; }

  load({ inner, names }: Saved): void {
    this.#inner.load(inner);
    this.#names.load(names);
  }

  picture(): NamedPicture { return named(this.#inner, this.#names); }
}
