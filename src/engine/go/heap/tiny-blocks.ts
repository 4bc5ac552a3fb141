import { ProgramError, type Machine } from '../../machine.ts';
import { maxTinySize } from '../request.ts';
import { pageSize } from '../size-classes.ts';
import { HeapMachine, type HeapAnswer, type HeapOp, type SavedHeap } from './heap-machine.ts';
import type { Steps } from './microscope.ts';

/** One object of the program: where it lies, and which variable holds it, if any still does. */
interface Placed { readonly addr: number; readonly size: number; readonly slot: number | undefined }

/** What a byte of a block is: somebody's, nobody's but not free either, or free. */
export type ByteState = 'live' | 'dead' | 'unused' | 'free';

export interface BlockPicture {
  /** Address of the first of the block's bytes. */
  readonly addr: number;
  readonly bytes: readonly ByteState[];
  /** Whether the allocator holds the block to be taken. */
  readonly kept: boolean;
}

export interface TinyPicture {
  readonly blocks: readonly BlockPicture[];
  /** Bytes that variables hold, and bytes of the blocks that they keep from being free. */
  readonly held: number;
  readonly kept: number;
  readonly now: number | undefined;
}

export type TinyEvent =
  | { readonly kind: 'joined' | 'opened'; readonly addr: number; readonly size: number; readonly block: number }
  | { readonly kind: 'let-go'; readonly addr: number; readonly size: number }
  | { readonly kind: 'collected'; readonly freed: number; readonly kept: number };

interface Saved { readonly heap: SavedHeap; readonly placed: readonly Placed[]; readonly now: number | undefined }

const blockOf = (addr: number): number => addr - (addr % maxTinySize);

/** Only what a block has room for lies in blocks: up to 16 bytes without pointers. */
function refuseOthers({ size, pointers }: Extract<HeapOp, { do: 'allocate' }>): void {
  if (pointers) throw new ProgramError('pointers', 'Objects with pointers never share a block.', { line: 1 });
  if (size > maxTinySize) throw new ProgramError('small', `A block has ${maxTinySize} bytes.`, { line: 1 }, { size, most: maxTinySize });
}

/** The 16-byte blocks that small objects share, and who keeps each of them alive (`malloc.go:mallocgcTiny`, Go 1.27). */
export class TinyBlocks implements Machine<Steps, TinyEvent, HeapAnswer, TinyPicture, Saved> {
  readonly #machine: HeapMachine;
  #placed: readonly Placed[] = [];
  #now: number | undefined;

  constructor(machine = new HeapMachine()) {
    this.#machine = machine;
  }

  *run({ steps }: Steps): Generator<TinyEvent, HeapAnswer, void> {
    let answer: HeapAnswer;
    for (const [i, step] of steps.entries()) {
      const before = new Set(this.#placed.map(({ addr }) => blockOf(addr)));
      const released = this.#held(step);
      answer = this.#one(step) ?? answer;
      if (step.do === 'allocate') yield this.#made(step.size, before);
      else if (step.do === 'drop' && i === 0 && released) yield { kind: 'let-go', addr: released.addr, size: released.size };
      else if (step.do === 'collect') yield this.#collected(before);
    }
    return answer;
  }

  apply({ steps }: Steps): HeapAnswer {
    let answer: HeapAnswer;
    for (const step of steps) answer = this.#one(step) ?? answer;
    return answer;
  }

  save(): Saved { return { heap: this.#machine.save(), placed: this.#placed, now: this.#now }; }

  load({ heap, placed, now }: Saved): void {
    this.#machine.load(heap);
    [this.#placed, this.#now] = [placed, now];
  }

  picture(): TinyPicture {
    const addrs = [...new Set(this.#placed.map(({ addr }) => blockOf(addr)))].sort((a, b) => a - b);
    const blocks = addrs.map((addr) => this.#block(addr));
    const held = this.#placed.reduce((sum, { size, slot }) => sum + (slot === undefined ? 0 : size), 0);
    return { blocks, held, kept: maxTinySize * blocks.filter(({ kept }) => kept).length, now: this.#now };
  }

  #one(step: HeapOp): HeapAnswer {
    if (step.do === 'allocate') refuseOthers(step);
    const answer = this.#machine.apply(step);
    if (step.do === 'drop') this.#release(step.slot);
    if (step.do === 'allocate' && answer !== undefined) {
      this.#release(step.slot);
      this.#place(answer, step);
    }
    if (step.do === 'collect') this.#placed = this.#placed.filter(({ addr }) => this.#isTaken(addr));
    this.#now = answer;
    return answer;
  }

  /** A slot given anew has no dead objects in it any more. */
  #place(addr: number, { slot, size }: Extract<HeapOp, { do: 'allocate' }>): void {
    const kept = this.#placed.filter((other) => other.addr + other.size <= addr || other.addr >= addr + size);
    this.#placed = [...kept, { addr, size, slot }];
  }

  #release(slot: number): void {
    this.#placed = this.#placed.map((each) => (each.slot === slot ? { ...each, slot: undefined } : each));
  }

  #held(step: HeapOp): Placed | undefined {
    return step.do === 'drop' ? this.#placed.find(({ slot }) => slot === step.slot) : undefined;
  }

  #made(size: number, before: ReadonlySet<number>): TinyEvent {
    const { addr } = this.#placed.at(-1)!;
    const block = blockOf(addr);
    return { kind: before.has(block) ? 'joined' : 'opened', addr, size, block };
  }

  #collected(before: ReadonlySet<number>): TinyEvent {
    const kept = new Set(this.#placed.map(({ addr }) => blockOf(addr))).size;
    return { kind: 'collected', freed: before.size - kept, kept };
  }

  #isTaken(addr: number): boolean {
    const span = this.#machine.heap.ownerOf(Math.floor(addr / pageSize));
    return span?.isAllocated(span.indexOf(addr)) ?? false;
  }

  #block(addr: number): BlockPicture {
    const bytes = Array.from({ length: maxTinySize }, (_, i): ByteState => this.#byte(addr + i));
    return { addr, bytes, kept: this.#isTaken(addr) };
  }

  #byte(at: number): ByteState {
    const owner = this.#placed.findLast(({ addr, size }) => addr <= at && at < addr + size);
    if (owner) return owner.slot === undefined ? 'dead' : 'live';
    return this.#isTaken(at) ? 'unused' : 'free';
  }
}
