import { drain, ProgramError, type Machine } from '../machine.ts';

/** Bytes in a page of linux/amd64. */
export const pageSize = 4096;

/** Most pages a reader's range may have: 4 GiB. */
export const mostPages = 2 ** 20;

/**
 * What one page is. `zero` is a page only read so far: it shares the kernel's page of zeros and is in no RSS.
 * `lazily free` is a page given back with MADV_FREE: still resident until the kernel wants it.
 */
export const pageStates = ['none', 'reserved', 'mapped', 'zero', 'resident', 'lazily free'] as const;
export type PageState = (typeof pageStates)[number];

/** Pages [from, to). */
interface Range { readonly from: number; readonly to: number }

/** One step of a range's life; the runtime's own names for it are in parentheses. */
export type PageOp =
  | { readonly do: 'reserve'; readonly pages: number } /* mmap PROT_NONE (sysReserve) */
  | { readonly do: 'map' } & Range /* mmap RW FIXED (sysMap) */
  | { readonly do: 'use' } & Range /* handed to a span (sysUsed) */
  | { readonly do: 'write' | 'read' } & Range
  | { readonly do: 'dontneed' | 'free' } & Range /* madvise (sysUnused) */
  | { readonly do: 'reclaim' } /* the kernel runs short of memory */
  | { readonly do: 'unmap' };

export type PageEvent =
  | { readonly kind: 'reserve'; readonly pages: number }
  | { readonly kind: 'map'; readonly pages: number }
  | { readonly kind: 'use'; readonly pages: number }
  | { readonly kind: 'fault'; readonly page: number; readonly pages: number; readonly write: boolean }
  | { readonly kind: 'hit'; readonly pages: number }
  | { readonly kind: 'release'; readonly pages: number; readonly lazily: boolean }
  | { readonly kind: 'reclaim'; readonly pages: number }
  | { readonly kind: 'unmap'; readonly pages: number };

/** What the kernel says after an operation: VmSize and RSS of the range, in bytes. */
export interface PageAnswer { readonly virt: number; readonly rss: number }

/** Every page, and the four counters in bytes. */
export interface PagePicture extends PageAnswer {
  readonly states: readonly PageState[];
  readonly used: readonly boolean[];
  /** Pages the last event touched, as [from, to). */
  readonly touched: Range;
  readonly heapSys: number;
  readonly heapReleased: number;
}

interface Checkpoint { readonly states: Uint8Array; readonly used: Uint8Array; readonly touched: Range }

const code = (state: PageState): number => pageStates.indexOf(state);
const [none, reserved, mapped, zero, resident, lazilyFree] = pageStates.map(code) as [number, number, number, number, number, number];

/**
 * One range of addresses under the kernel's rules and Go's: reserved, mapped, touched, given back
 * (mmap(2), madvise(2); mem.go and mem_linux.go, Go 1.27).
 */
export class PageMachine implements Machine<PageOp, PageEvent, PageAnswer, PagePicture, Checkpoint> {
  #states: Uint8Array = new Uint8Array(0);
  #used: Uint8Array = new Uint8Array(0);
  #touched: Range = { from: 0, to: 0 };

  *run(op: PageOp): Generator<PageEvent, PageAnswer, void> {
    yield* this.#steps(op);
    this.#touched = { from: 0, to: 0 };
    return this.#answer();
  }

  apply(op: PageOp): PageAnswer { return drain(this.run(op)); }

  save(): Checkpoint {
    return { states: this.#states.slice(), used: this.#used.slice(), touched: this.#touched };
  }

  load({ states, used, touched }: Checkpoint): void {
    this.#states = states.slice();
    this.#used = used.slice();
    this.#touched = touched;
  }

  picture(): PagePicture {
    const states = Array.from(this.#states, (state) => pageStates[state]!);
    const heapSys = this.#count((state) => state >= mapped) * pageSize;
    const inUse = this.#used.reduce((pages, used) => pages + used, 0) * pageSize;
    return { ...this.#answer(), states, used: Array.from(this.#used, Boolean), touched: this.#touched, heapSys, heapReleased: heapSys - inUse };
  }

  *#steps(op: PageOp): Generator<PageEvent, void, void> {
    switch (op.do) {
      case 'reserve': return yield* this.#reserve(op.pages);
      case 'map': return yield* this.#map(op);
      case 'use': return yield* this.#use(op);
      case 'write': case 'read': return yield* this.#touch(op, op.do === 'write');
      case 'dontneed': case 'free': return yield* this.#giveBack(op, op.do === 'free');
      case 'reclaim': return yield* this.#reclaim();
      case 'unmap': return yield* this.#unmap();
    }
  }

  *#reserve(pages: number): Generator<PageEvent, void, void> {
    if (this.#states.length > 0) refuse('reserved', 'The range is reserved already.', {});
    if (pages < 1 || pages > mostPages) refuse('pages', `A range has 1 to ${mostPages} pages.`, { most: mostPages });
    this.#states = new Uint8Array(pages).fill(reserved);
    this.#used = new Uint8Array(pages);
    yield this.#did({ from: 0, to: pages }, { kind: 'reserve', pages });
  }

  *#map(range: Range): Generator<PageEvent, void, void> {
    this.#within(range, reserved);
    for (let page = range.from; page < range.to; page++) if (this.#states[page] === reserved) this.#states[page] = mapped;
    yield this.#did(range, { kind: 'map', pages: range.to - range.from });
  }

  *#use(range: Range): Generator<PageEvent, void, void> {
    this.#within(range, mapped);
    this.#used.fill(1, range.from, range.to);
    yield this.#did(range, { kind: 'use', pages: range.to - range.from });
  }

  /** The first write of a page takes a fault and a zeroed page; the first read only the shared page of zeros. */
  *#touch(range: Range, write: boolean): Generator<PageEvent, void, void> {
    this.#within(range, mapped);
    if (this.#used.subarray(range.from, range.to).includes(0)) yield* this.#use(range);
    for (let at = range.from; at < range.to;) {
      const run = this.#sameAs(at, range.to);
      yield this.#touchRun({ from: at, to: run }, write);
      at = run;
    }
  }

  #touchRun(range: Range, write: boolean): PageEvent {
    const state = this.#states[range.from]!;
    const faults = state === mapped || (state === zero && write);
    const next = write ? resident : faults ? zero : state;
    this.#states.fill(next, range.from, range.to);
    const pages = range.to - range.from;
    return this.#did(range, faults ? { kind: 'fault', page: range.from, pages, write } : { kind: 'hit', pages });
  }

  /** MADV_DONTNEED drops the pages now; MADV_FREE leaves them until the kernel needs them. */
  *#giveBack(range: Range, lazily: boolean): Generator<PageEvent, void, void> {
    this.#within(range, mapped);
    for (let page = range.from; page < range.to; page++) this.#states[page] = released(this.#states[page]!, lazily);
    this.#used.fill(0, range.from, range.to);
    yield this.#did(range, { kind: 'release', pages: range.to - range.from, lazily });
  }

  *#reclaim(): Generator<PageEvent, void, void> {
    const pages = this.#count((state) => state === lazilyFree);
    const range = { from: this.#states.indexOf(lazilyFree), to: this.#states.lastIndexOf(lazilyFree) + 1 };
    this.#states = this.#states.map((state) => (state === lazilyFree ? mapped : state));
    yield this.#did(pages > 0 ? range : { from: 0, to: 0 }, { kind: 'reclaim', pages });
  }

  *#unmap(): Generator<PageEvent, void, void> {
    const pages = this.#states.length;
    this.#states = new Uint8Array(0);
    this.#used = new Uint8Array(0);
    yield this.#did({ from: 0, to: 0 }, { kind: 'unmap', pages });
  }

  #did(touched: Range, event: PageEvent): PageEvent {
    this.#touched = touched;
    return event;
  }

  /** First page after `from` whose state differs from its, or `to`. */
  #sameAs(from: number, to: number): number {
    let at = from + 1;
    while (at < to && this.#states[at] === this.#states[from]) at++;
    return at;
  }

  #within({ from, to }: Range, least: number): void {
    if (from < 0 || from >= to || to > this.#states.length) refuse('outside', `The range has ${this.#states.length} pages.`, { pages: this.#states.length });
    const bad = this.#states.subarray(from, to).findIndex((state) => state < least);
    if (bad >= 0) refuse('fault', `Page ${from + bad} is not mapped.`, { page: from + bad });
  }

  #count(holds: (state: number) => boolean): number {
    return this.#states.reduce((pages, state) => pages + (holds(state) ? 1 : 0), 0);
  }

  #answer(): PageAnswer {
    return { virt: this.#count((state) => state > none) * pageSize, rss: this.#count((state) => state >= resident) * pageSize };
  }
}

const released = (state: number, lazily: boolean): number => (lazily && state >= resident ? lazilyFree : mapped);

function refuse(name: string, message: string, args: Readonly<Record<string, number>>): never {
  throw new ProgramError(name, message, { line: 1 }, args);
}
