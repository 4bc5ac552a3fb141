import type { Allocator, HeapOp } from './allocator.ts';
import { figuresOf, type Figures, type Sums } from './figures.ts';
import { Words } from './words.ts';

/** An allocator whose blocks are added up as it goes: figures at any moment, without a look at every object. */
export class Watched {
  readonly #machine: Allocator;
  /** Bytes of the block each id holds, at id + 1. */
  readonly #held = new Words(Float64Array);
  /** What the live objects occupy. A block whose id was given anew stays, as in the program. */
  blocks = 0;
  /** Requests answered with the null pointer. */
  refused = 0;

  constructor(machine: Allocator) { this.#machine = machine; }

  apply(op: HeapOp): void {
    const at = op.id + 1;
    const answer = this.#machine.apply(op);
    const block = answer === null ? 0 : this.#machine.blockSize(answer);
    const wasResized = op.do === 'realloc' && (answer !== null || op.size === 0);
    this.blocks += block - (op.do === 'free' || wasResized ? this.#held.get(at) : 0);
    this.#held.set(at, block);
    if (answer === null && op.do !== 'free' && op.size > 0) this.refused++;
  }

  sums(): Sums { return this.#machine.sums(); }

  figures(): Figures { return figuresOf(this.#machine.sums(), this.blocks, this.#machine.hole()); }
}
