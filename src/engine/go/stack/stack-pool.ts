import { invariant } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { fixedStack, stackCacheSize } from './sizes.ts';

/** Pages for stacks: the address of so many for a P, and the same given back (`mheap.go:allocManual`, `freeManual`). */
export interface StackPages {
  alloc(npages: number, p: number): number;
  free(base: number, npages: number): void;
}

/** A span of stacks: where it begins, and its free ones, the next one last. */
export interface SavedPoolSpan { readonly base: number; readonly free: readonly number[] }
/** Spans of one size, and those of them with a free stack by their place among all, the first in the list last. */
export interface SavedPool { readonly spans: readonly SavedPoolSpan[]; readonly open: readonly number[] }

export const emptyPool: SavedPool = { spans: [], open: [] };

interface PoolSpan { readonly base: number; readonly free: number[] }

export const poolPages = stackCacheSize / pageSize;

/** Stacks of one small size that all Ps share: spans of 32 KiB, cut into equal pieces (`stack.go:stackpool`, Go 1.27). */
export class StackPool {
  readonly size: number;
  readonly #pages: StackPages;
  readonly #spans = new Map<number, PoolSpan>();
  readonly #open: PoolSpan[];

  constructor(order: number, pages: StackPages, { spans, open }: SavedPool) {
    this.size = fixedStack * 2 ** order;
    this.#pages = pages;
    const copies = spans.map(({ base, free }): PoolSpan => ({ base, free: [...free] }));
    for (const span of copies) this.#put(span);
    this.#open = open.map((index) => copies[index]!);
  }

  /** Bytes of its spans. */
  get bytes(): number { return (this.#spans.size / poolPages) * stackCacheSize; }

  /** The next free stack; a new span hands out its highest address first (`stackpoolalloc`). */
  alloc(p: number): number {
    const span = this.#open.at(-1) ?? this.#grow(p);
    const stack = span.free.pop();
    invariant(stack !== undefined, 'an open span has a free stack');
    if (span.free.length === 0) this.#open.pop();
    return stack;
  }

  /** A stack comes back; while no collection runs, a span without a stack in use goes (`stackpoolfree`). */
  free(stack: number, gcRuns: boolean): void {
    const span = this.#spans.get(Math.floor(stack / pageSize));
    invariant(span !== undefined, `no span of stacks holds ${stack}`);
    if (span.free.length === 0) this.#open.push(span);
    span.free.push(stack);
    if (!gcRuns && this.#isUnused(span)) this.#release(span);
  }

  /** Gives back the spans without a stack in use (`freeStackSpans`). */
  freeUnused(): void { for (const span of this.#open.filter((one) => this.#isUnused(one)).reverse()) this.#release(span); }

  save(): SavedPool {
    const spans = [...new Set(this.#spans.values())];
    return { spans: spans.map(({ base, free }) => ({ base, free: [...free] })), open: this.#open.map((span) => spans.indexOf(span)) };
  }

  #isUnused({ free }: PoolSpan): boolean { return free.length === stackCacheSize / this.size; }

  #grow(p: number): PoolSpan {
    const base = this.#pages.alloc(poolPages, p);
    const span = { base, free: Array.from({ length: stackCacheSize / this.size }, (_, i) => base + i * this.size) };
    this.#put(span);
    this.#open.push(span);
    return span;
  }

  #put(span: PoolSpan): void { for (let i = 0; i < poolPages; i++) this.#spans.set(span.base / pageSize + i, span); }

  #release(span: PoolSpan): void {
    this.#open.splice(this.#open.lastIndexOf(span), 1);
    for (let i = 0; i < poolPages; i++) this.#spans.delete(span.base / pageSize + i);
    this.#pages.free(span.base, poolPages);
  }
}
