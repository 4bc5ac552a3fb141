/** Five designs side by side: each of the real libraries' engines runs the same program. */
import type { Allocator, Answer, Cell, HeapEvent, HeapOp } from './allocator.ts';
import type { Machine } from '../machine.ts';
import { Jemalloc } from './jemalloc/jemalloc.ts';
import { Mimalloc } from './mimalloc/mimalloc.ts';
import { Ptmalloc } from './ptmalloc/ptmalloc.ts';
import { Tcmalloc } from './tcmalloc/tcmalloc.ts';
import { whyFreed, whyHere, type Why } from './designs-why.ts';

/** `fastbins` is glibc with glibc.malloc.tcache_count=0; jemalloc is without its thread cache. */
export const designs = ['glibc', 'fastbins', 'tcmalloc', 'jemalloc', 'mimalloc'] as const;
export type Design = (typeof designs)[number];

const make: { readonly [D in Design]: () => Allocator } = {
  glibc: () => new Ptmalloc(),
  fastbins: () => new Ptmalloc({ tcacheCount: 0 }),
  tcmalloc: () => new Tcmalloc(),
  jemalloc: () => new Jemalloc(),
  mimalloc: () => new Mimalloc(),
};

export type PerDesign<T> = { readonly [D in Design]: T };

const perDesign = <T>(of: (design: Design) => T): PerDesign<T> => Object.fromEntries(designs.map((design) => [design, of(design)])) as PerDesign<T>;

/** The slot a design answered with; null for a free. */
export type Slots = PerDesign<number | null>;

/** What one call did in one design: the slot it concerns, and why it is that one. */
export interface Placed { readonly slot: number; readonly why: Why }

interface Call { readonly nth: number; readonly placed: PerDesign<Placed> }

/** The nth block before the first free, the nth free, the nth block after the first free. */
export type DesignsEvent = Call & { readonly kind: 'fill' } | Call & { readonly kind: 'free' } | Call & { readonly kind: 'again' };

/** One slot: who has it, or where it waits. */
export interface Slot { readonly id: number | undefined; readonly waits: string | undefined }

export interface DesignsPicture {
  /** By slot; slots never handed out are missing. */
  readonly slots: PerDesign<readonly (Slot | undefined)[]>;
  readonly last: PerDesign<Placed> | undefined;
  /** Ids of the blocks that came after the first free, in order. */
  readonly again: readonly number[];
}

interface Saved { readonly heaps: PerDesign<unknown>; readonly tale: Tale }

/** What the picture needs of the past. */
interface Tale {
  /** Address of the first block, and the distance of the second. */
  readonly first: PerDesign<{ readonly addr: number; readonly pitch: number }> | undefined;
  readonly used: PerDesign<ReadonlySet<number>>;
  readonly last: PerDesign<Placed> | undefined;
  readonly calls: number;
  readonly frees: number;
  readonly again: readonly number[];
}

/**
 * Runs a program of equal blocks in all designs at once and tells, block by block, in which slot each design puts it:
 * slot 0 is where its first block went, and the others follow at the distance of one block.
 */
export class Designs implements Machine<HeapOp, DesignsEvent, Slots, DesignsPicture, Saved> {
  readonly #heaps = perDesign((design) => make[design]());
  #tale: Tale = { first: undefined, used: perDesign(() => new Set<number>()), last: undefined, calls: 0, frees: 0, again: [] };

  *run(op: HeapOp): Generator<DesignsEvent, Slots, void> {
    const answers = this.apply(op);
    const { frees, again, calls, last } = this.#tale;
    const kind = op.do === 'free' ? 'free' : frees === 0 ? 'fill' : 'again';
    yield { kind, nth: { free: frees, fill: calls, again: again.length }[kind], placed: last! };
    return answers;
  }

  apply(op: HeapOp): Slots {
    const before = perDesign((design) => this.#addrOf(design, op.id));
    const events = perDesign((): HeapEvent[] => []);
    const answers = perDesign((design) => this.#heaps[design].overheard(op, (event) => events[design].push(event)));
    this.#remember(op, answers, perDesign((design) => ({ addr: before[design] ?? answers[design] ?? 0, events: events[design] })));
    return perDesign((design) => (op.do === 'free' ? null : this.#tale.last![design].slot));
  }

  save(): Saved { return { heaps: perDesign((design) => this.#heaps[design].save()), tale: this.#tale }; }

  load({ heaps, tale }: Saved): void {
    for (const design of designs) this.#heaps[design].load(heaps[design] as never);
    this.#tale = tale;
  }

  picture(): DesignsPicture {
    return { slots: perDesign((design) => this.#slots(design)), last: this.#tale.last, again: this.#tale.again };
  }

  #addrOf(design: Design, id: number): number | undefined { return this.#heaps[design].objects().find((object) => object.id === id)?.addr; }

  #slotOf(design: Design, addr: number): number {
    const { addr: first, pitch } = this.#tale.first![design];
    return Math.round((addr - first) / pitch);
  }

  #remember(op: HeapOp, answers: PerDesign<Answer>, done: PerDesign<{ readonly addr: number; readonly events: readonly HeapEvent[] }>): void {
    const tale = this.#tale;
    const frees = op.do === 'free';
    const first = tale.first ?? perDesign((design) => ({ addr: answers[design]!, pitch: this.#pitch(design, answers[design]!) }));
    this.#tale = { ...tale, first };
    const last = perDesign((design) => this.#place(design, done[design].addr, done[design].events, frees));
    this.#tale = {
      first, last,
      used: perDesign((design) => new Set([...tale.used[design], last[design].slot])),
      calls: tale.calls + (frees ? 0 : 1),
      frees: tale.frees + (frees ? 1 : 0),
      again: frees || tale.frees === 0 ? tale.again : [...tale.again, op.id],
    };
  }

  #place(design: Design, addr: number, events: readonly HeapEvent[], frees: boolean): Placed {
    const slot = this.#slotOf(design, addr);
    const used = this.#tale.used[design];
    const after = { cells: () => this.#heaps[design].picture().cells, fresh: !used.has(slot), holes: used.size - this.#heaps[design].objects().length };
    return { slot, why: frees ? whyFreed(events, after) : whyHere(events, after) };
  }

  /** From block to block: what one occupies. */
  #pitch(design: Design, addr: number): number { return this.#heaps[design].blockSize(addr); }

  #slots(design: Design): (Slot | undefined)[] {
    const { first, used } = this.#tale;
    const { cells } = this.#heaps[design].picture();
    const ids = new Map(this.#heaps[design].objects().map(({ id, addr }) => [addr, id]));
    const slots: (Slot | undefined)[] = [];
    for (const slot of used[design]) {
      const { addr, pitch } = first![design];
      const at = addr + slot * pitch;
      slots[slot] = { id: ids.get(at), waits: ids.has(at) ? undefined : cellAt(cells, at)?.list };
    }
    return slots;
  }
}

const cellAt = (cells: readonly Cell[], addr: number): Cell | undefined => cells.find((cell) => addr >= cell.addr && addr < cell.addr + cell.size);
