import { pageSize } from '../size-classes.ts';
import type { StackPages } from './stack-pool.ts';

export interface SavedLoosePages { readonly next: number; readonly free: readonly (readonly [npages: number, bases: readonly number[]])[] }

/** Pages for stacks where it matters how many there are and not where: a run that came back is handed out again before a new one. */
export class LoosePages implements StackPages {
  #next: number;
  readonly #free: Map<number, number[]>;

  constructor({ next, free }: SavedLoosePages = { next: 0, free: [] }) {
    this.#next = next;
    this.#free = new Map(free.map(([npages, bases]) => [npages, [...bases]]));
  }

  alloc(npages: number): number {
    const base = this.#free.get(npages)?.pop() ?? this.#next;
    if (base === this.#next) this.#next += npages * pageSize;
    return base;
  }

  free(base: number, npages: number): void {
    const bases = this.#free.get(npages);
    if (bases) bases.push(base);
    else this.#free.set(npages, [base]);
  }

  save(): SavedLoosePages { return { next: this.#next, free: Array.from(this.#free, ([npages, bases]) => [npages, [...bases]]) }; }
}
