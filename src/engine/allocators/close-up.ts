import type { Machine } from '../machine.ts';
import type { Allocator, Answer } from './allocator.ts';
import { film } from '../film.ts';
import { Names, type HeapObject, type NamedOp } from './named-heap.ts';

export interface SavedCloseUp { readonly heap: ReturnType<Allocator['save']>; readonly names: ReturnType<Names['save']> }

/** An allocator seen from nearer: the same calls and answers, moments of its own, a picture that shows more. */
export abstract class CloseUp<Event, Picture> implements Machine<NamedOp, Event, Answer, Picture, SavedCloseUp> {
  #shown: Picture | undefined;
  #op: NamedOp | undefined;
  readonly #names = new Names();

  protected abstract readonly heap: Allocator;
  /** Has the allocator tell its finer moments, or no longer. */
  protected abstract watch(tell: ((event: Event) => void) | undefined): void;
  protected abstract look(): Picture;

  run(op: NamedOp): Generator<Event, Answer, void> {
    return film((tell) => this.#filmed(op, tell), () => this.look(), (picture) => { this.#shown = picture; });
  }

  apply(op: NamedOp): Answer {
    this.#names.note(op);
    return this.heap.apply(op);
  }

  save(): SavedCloseUp { return { heap: this.heap.save(), names: this.#names.save() }; }

  load({ heap, names }: SavedCloseUp): void {
    this.heap.load(heap);
    this.#names.load(names);
    this.#shown = undefined;
  }

  picture(): Picture { return this.#shown ?? this.look(); }

  /** The live objects by their addresses. */
  protected objects(): ReadonlyMap<number, HeapObject> {
    return new Map(this.heap.objects().map((object) => [object.addr, { ...object, name: this.#names.of(object.id) }]));
  }

  /** What is being asked for, while that is filmed: the object has no address yet. */
  protected get asked(): { readonly name: string; readonly size: number } | undefined {
    return this.#op && this.#op.do !== 'free' ? { name: this.#names.of(this.#op.id), size: this.#op.size } : undefined;
  }

  #filmed(op: NamedOp, tell: (event: Event) => void): Answer {
    this.#op = op;
    this.watch(tell);
    try {
      return this.apply(op);
    } finally {
      this.watch(undefined);
      this.#op = undefined;
    }
  }
}
