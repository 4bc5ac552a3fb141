import { drain, type Machine } from '../../machine.ts';
import { pageSize } from '../size-classes.ts';
import { linuxGeometry } from './geometry.ts';
import { placeOf } from './resolve.ts';

/** A span of a heap: an input, as a recording gives it. `header`: each object begins with its type, 8 bytes. */
export interface KnownSpan { readonly base: number; readonly npages: number; readonly elemsize: number; readonly nelems: number; readonly header: boolean }

export interface FindOp { readonly do: 'find'; readonly addr: number }

/** The slot; -1 for no span, -2 for a bad pointer. */
export type FindAnswer = number;
export const noSpan = -1;
export const badPointer = -2;

export type FindEvent =
  /** The arena: `(p + 2^47) >> 26` (`mheap.go:arenaIndex`). */
  | { readonly kind: 'arena'; readonly arena: number; readonly known: boolean }
  /** The entry of `heapArena.spans` (`mheap.go:spanOf`). */
  | { readonly kind: 'span'; readonly page: number; readonly base: number | undefined }
  /** At or past `span.limit` (`mbitmap.go:badPointer`). */
  | { readonly kind: 'bad'; readonly limit: number }
  /** `offset * divMul >> 32` (`mbitmap.go:objIndex`). */
  | { readonly kind: 'slot'; readonly offset: number; readonly divMul: number; readonly index: number }
  /** The byte within the slot. */
  | { readonly kind: 'byte'; readonly into: number; readonly header: boolean };

export interface FindPicture { readonly addr: number | undefined; readonly arena: number; readonly firstPage: number; readonly span: KnownSpan | undefined; readonly index: number | undefined; readonly into: number | undefined; readonly now: FindEvent['kind'] | undefined }

const heapArena = placeOf(linuxGeometry, 0xc0_0000_0000).arena;

/** `class_to_divmagic`: with it a division by the slot's size is a multiplication and a shift (`mksizeclasses.go`). */
export const divMulOf = (elemsize: number): number => Math.floor((2 ** 32 - 1) / elemsize) + 1;

/** From an address to its object, as the collector goes for every word that may be a pointer (`mbitmap.go:findObject`, Go 1.27). */
export class AddressResolver implements Machine<FindOp, FindEvent, FindAnswer, FindPicture, FindPicture> {
  readonly #spans: readonly KnownSpan[];
  #at: FindPicture = { addr: undefined, arena: heapArena, firstPage: 0, span: undefined, index: undefined, into: undefined, now: undefined };

  constructor(spans: readonly KnownSpan[]) { this.#spans = spans; }

  *run({ addr }: FindOp): Generator<FindEvent, FindAnswer, void> {
    const answer = yield* this.#find(addr);
    this.#at = { ...this.#at, now: undefined };
    return answer;
  }

  apply(op: FindOp): FindAnswer { return drain(this.run(op)); }
  save(): FindPicture { return this.#at; }
  load(at: FindPicture): void { this.#at = at; }
  picture(): FindPicture { return this.#at; }

  *#find(addr: number): Generator<FindEvent, FindAnswer, void> {
    const { arena, page } = placeOf(linuxGeometry, addr);
    this.#at = { addr, arena, firstPage: page - (page % 64), span: undefined, index: undefined, into: undefined, now: 'arena' };
    yield { kind: 'arena', arena, known: arena === heapArena };
    if (arena !== heapArena) return noSpan;
    const span = this.#spans.find(({ base, npages }) => addr >= base && addr < base + npages * pageSize);
    this.#at = { ...this.#at, span, now: 'span' };
    yield { kind: 'span', page, base: span?.base };
    return span ? yield* this.#inSpan(addr, span) : noSpan;
  }

  *#inSpan(addr: number, span: KnownSpan): Generator<FindEvent, FindAnswer, void> {
    const { base, elemsize, nelems, header } = span;
    const [offset, divMul, limit] = [addr - base, divMulOf(elemsize), base + elemsize * nelems];
    if (addr >= limit) {
      this.#at = { ...this.#at, now: 'bad' };
      yield { kind: 'bad', limit };
      return badPointer;
    }
    const index = Math.floor((offset * divMul) / 2 ** 32);
    this.#at = { ...this.#at, index, now: 'slot' };
    yield { kind: 'slot', offset, divMul, index };
    const into = offset - index * elemsize;
    this.#at = { ...this.#at, into, now: 'byte' };
    yield { kind: 'byte', into, header: header && into < 8 };
    return index;
  }
}
