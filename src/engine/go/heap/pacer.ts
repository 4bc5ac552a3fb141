import { percentGoal } from '../heap-goal.ts';
import { trigger } from '../trigger.ts';

/** What decides when the next collection starts, in bytes. `stackScan` and `globalsScan` are inputs: they are no part of the heap. */
export interface SavedPacer {
  /** GOGC; below zero only the program collects. */
  readonly gcPercent: number;
  /** Allocated since the last collection, whole spans counted as soon as a P holds them, and what that collection marked. */
  readonly heapLive: number;
  readonly heapMarked: number;
  readonly stackScan: number;
  readonly globalsScan: number;
}

export const pacerOff: SavedPacer = { gcPercent: -1, heapLive: 0, heapMarked: 0, stackScan: 0, globalsScan: 0 };

/** When to collect (`mgcpacer.go:gcControllerState`, Go 1.27), where each collection is done in one stop: then no runway is ever needed. */
export class Pacer {
  #state: SavedPacer;
  heapLive: number;
  /** Reached by `heapLive`, it starts a collection. */
  trigger = Infinity;
  /** How large the heap may be when that collection ends. */
  goal = Infinity;

  constructor(saved: SavedPacer) {
    this.#state = saved;
    this.heapLive = saved.heapLive;
    this.#commit();
  }

  /** Whether a collection is due (`mgc.go:gcTrigger.test`). Asked where a span was just taken, and nowhere else. */
  get due(): boolean { return this.heapLive >= this.trigger; }

  setGCPercent(gcPercent: number): void {
    this.#state = { ...this.#state, gcPercent };
    this.#commit();
  }

  /** What there is to scan beside the heap: an input. */
  setRoots(stackScan: number, globalsScan: number): void {
    this.#state = { ...this.#state, stackScan, globalsScan };
    this.#commit();
  }

  /** A collection marked `heapMarked` bytes (`resetLive`, then `commit`). */
  marked(heapMarked: number): void {
    this.heapLive = heapMarked;
    this.#state = { ...this.#state, heapMarked };
    this.#commit();
  }

  save(): SavedPacer { return { ...this.#state, heapLive: this.heapLive }; }

  #commit(): void {
    const { gcPercent, heapMarked } = this.#state;
    this.goal = percentGoal(this.#state, gcPercent);
    this.trigger = this.goal === Infinity ? Infinity : trigger({ goal: this.goal, heapMarked, runway: 0, sweepDistance: 0 });
  }
}
