import type { Tell } from './event.ts';

export interface SavedWork {
  readonly touched: number;
  readonly movedObjects: number;
  readonly movedWords: number;
  readonly allocated: number;
  readonly collections: number;
  readonly longest: number;
  readonly last: number;
}

/**
 * What all parts of a collector report to. Its unit is the word touched: read or written in objects, roots, counts, mark bits and
 * tables, by a collection, a barrier or a count. Allocating and zeroing, which every program needs, are not counted.
 */
export class Work {
  /** Set while an operation is filmed. */
  tell: Tell | undefined;
  touched = 0;
  movedObjects = 0;
  movedWords = 0;
  /** Words handed to the program since the start. */
  allocated = 0;
  /** Collections that have ended. */
  collections = 0;
  /** Words touched during one operation of the program, which waits for them: the most, and the last. */
  longest = 0;
  last = 0;

  /** The operation that began when so much had been touched is over. */
  pauseSince(before: number): void {
    this.last = this.touched - before;
    if (this.last > this.longest) this.longest = this.last;
  }

  save(): SavedWork {
    const { touched, movedObjects, movedWords, allocated, collections, longest, last } = this;
    return { touched, movedObjects, movedWords, allocated, collections, longest, last };
  }

  load(saved: SavedWork): void { Object.assign(this, saved); }
}
