/**
 * Robson's game (JACM 1971): a program that may keep only so much alive plays against an allocator, and wins each word
 * that the heap must be larger. The heap counts words and has no overhead.
 */
import { ProgramError, type Machine } from '../machine.ts';
import type { Answer, Cell } from './allocator.ts';
import { bare } from './free-list/blocks.ts';
import { FreeList } from './free-list/free-list.ts';
import type { Policy } from './free-list/fit.ts';
import { Names, type HeapObject, type NamedOp } from './named-heap.ts';
import { robsonBound } from './robson.ts';

export type Move =
  /** A request finds a hole, or none, and the heap grows by so many words. */
  | { readonly kind: 'fill'; readonly addr: number; readonly size: number }
  | { readonly kind: 'grow'; readonly addr: number; readonly size: number; readonly by: number; readonly free: number }
  | { readonly kind: 'free'; readonly addr: number; readonly size: number };

export interface Rules {
  readonly policy: Policy;
  /** Words the program may keep alive. */
  readonly most: number;
  /** Its blocks: powers of two up to this. */
  readonly largest: number;
}

export interface GamePicture {
  readonly cells: readonly Cell[];
  readonly objects: readonly HeapObject[];
  readonly live: number;
  /** The most words the heap ever had. */
  readonly heap: number;
  /** What any allocator needs against the best program. */
  readonly bound: number;
  readonly most: number;
}

interface SavedGame { readonly heap: ReturnType<FreeList['save']>; readonly names: ReturnType<Names['save']> }

export class Adversary implements Machine<NamedOp, Move, Answer, GamePicture, SavedGame> {
  readonly #heap: FreeList;
  readonly #names = new Names();
  readonly #rules: Rules;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#heap = new FreeList({ policy: rules.policy, geometry: bare, growth: 1 });
  }

  *run(op: NamedOp): Generator<Move, Answer, void> {
    const before = this.picture();
    const answer = this.apply(op);
    yield this.#told(op, answer, before);
    return answer;
  }

  apply(op: NamedOp): Answer {
    this.#obeys(op);
    this.#names.note(op);
    return this.#heap.apply(op);
  }

  save(): SavedGame { return { heap: this.#heap.save(), names: this.#names.save() }; }

  load({ heap, names }: SavedGame): void {
    this.#heap.load(heap);
    this.#names.load(names);
  }

  picture(): GamePicture {
    const { most, largest } = this.#rules;
    const { live, peakHeap } = this.#heap.sums();
    const objects = this.#heap.objects().map((object) => ({ ...object, name: this.#names.of(object.id) }));
    // Its end is free like any hole: in this game nothing is given back to a system.
    const cells = this.#heap.picture().cells.map((cell): Cell => (cell.state === 'top' ? { ...cell, state: 'free' } : cell));
    return { cells, objects, live, heap: peakHeap, bound: robsonBound(most, largest), most };
  }

  #told(op: NamedOp, answer: Answer, before: GamePicture): Move {
    if (answer === null) {
      const { addr, size } = before.objects.find(({ id }) => id === op.id) ?? { addr: 0, size: 0 };
      return { kind: 'free', addr, size };
    }
    const by = this.#heap.sums().peakHeap - before.heap;
    const size = op.do === 'free' ? 0 : op.size;
    return by > 0 ? { kind: 'grow', addr: answer, size, by, free: before.heap - before.live } : { kind: 'fill', addr: answer, size };
  }

  #obeys(op: NamedOp): void {
    if (op.do === 'free') return;
    const { most, largest } = this.#rules;
    const { live } = this.#heap.sums();
    if (op.do !== 'malloc') throw new ProgramError('move', `${op.do} is no move of this game.`, { line: 1 }, { call: op.do });
    if (op.size < 1 || op.size > largest || !Number.isInteger(Math.log2(op.size))) throw new ProgramError('block', `Blocks are powers of two up to ${largest} words.`, { line: 1 }, { size: op.size, largest });
    if (live + op.size > most) throw new ProgramError('alive', `At most ${most} words may be alive.`, { line: 1 }, { live, size: op.size, most });
  }
}
