/** ptmalloc for a reader who looks inside: the lists in the picture, the function of malloc.c in every event. */
import type { Machine } from '../../machine.ts';
import type { Answer } from '../allocator.ts';
import { Names, type HeapObject, type NamedOp } from '../named-heap.ts';
import { insideEvent, type InsideEvent } from './inside-event.ts';
import type { PtmallocPicture } from './picture.ts';
import { Ptmalloc } from './ptmalloc.ts';

/** What a call was answered, and the bytes from the heap's start to the break after it. */
export interface InsideAnswer { readonly addr: Answer; readonly heap: number }

export interface InsidePicture extends PtmallocPicture { readonly objects: readonly HeapObject[] }

interface Saved { readonly inner: ReturnType<Ptmalloc['save']>; readonly names: ReturnType<Names['save']> }

export class InsidePtmalloc implements Machine<NamedOp, InsideEvent, InsideAnswer, InsidePicture, Saved> {
  readonly #inner = new Ptmalloc();
  readonly #names = new Names();

  *run(op: NamedOp): Generator<InsideEvent, InsideAnswer, void> {
    this.#names.note(op);
    let before = this.#inner.picture();
    const moments = this.#inner.run(op);
    for (let next = moments.next(); ; next = moments.next()) {
      if (next.done) return this.#answer(next.value);
      const after = this.#inner.picture();
      yield insideEvent(next.value, before, after);
      before = after;
    }
  }

  apply(op: NamedOp): InsideAnswer {
    this.#names.note(op);
    return this.#answer(this.#inner.apply(op));
  }

  save(): Saved { return { inner: this.#inner.save(), names: this.#names.save() }; }

  load({ inner, names }: Saved): void {
    this.#inner.load(inner);
    this.#names.load(names);
  }

  picture(): InsidePicture {
    return { ...this.#inner.picture(), objects: this.#inner.objects().map((object) => ({ ...object, name: this.#names.of(object.id) })) };
  }

  #answer(addr: Answer): InsideAnswer { return { addr, heap: this.#inner.picture().heap }; }
}
