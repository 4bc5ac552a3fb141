import type { Damage } from '../../machine.ts';
import type { Line } from '../../memory/lines.ts';
import { damageIn, readCycle, type Cycle } from './line.ts';

/** A mail breaks lines at 72 characters, a terminal at its width; a cycle has some 160 and at most twice that. */
const mostTaken = 4;
const longest = 320;

/** A cycle whose line ended before it did. A terminal breaks a line anywhere, a mail at a blank, which is lost. */
export class BrokenLine {
  readonly #first: Line;
  readonly #offset: number;
  #joined: readonly string[];
  /** Lines taken that did not make it whole. */
  taken = 0;

  constructor(first: Line, offset: number) {
    this.#first = first;
    this.#offset = offset;
    this.#joined = [first.text.slice(offset)];
  }

  /** What is wrong with its first line, where no next one mends it. */
  get damage(): Damage { return damageIn(this.#first.text, this.#first.number, this.#offset); }

  /** Whether a line may belong to it. */
  mayTake({ text }: Line): boolean { return text !== '' && this.taken < mostTaken && this.#joined.every(({ length }) => length + text.length < longest); }

  /** The cycle, if this line makes it whole. */
  goOn({ text }: Line): Cycle | undefined {
    const next = text.trimStart();
    this.#joined = this.#joined.flatMap((joined) => [joined + next, `${joined} ${next}`]);
    this.taken++;
    for (const joined of this.#joined) {
      const cycle = readCycle(joined, 1, 0);
      if (cycle) return { ...cycle, line: this.#first.number, column: this.#offset + 1 };
    }
    return undefined;
  }
}
