import { percentGoal } from '../heap-goal.ts';
import { trigger } from '../trigger.ts';

/** What decides when the next collection starts, in bytes. `stackScan`, `globalsScan` and `runway` are inputs: they are no part of the heap. */
export interface SavedPacer {
  /** GOGC; below zero only the program collects. */
  readonly gcPercent: number;
  /** Allocated since the last collection, whole spans counted as soon as a P holds them, and what that collection marked. */
  readonly heapLive: number;
  readonly heapMarked: number;
  readonly stackScan: number;
  readonly globalsScan: number;
  /** What the program is expected to allocate while the next collection marks; absent where that is done in one stop. */
  readonly runway?: number;
  /** Absent: when the last collection ended, all was swept. */
  readonly sweepDistance?: number;
}

export const pacerOff: SavedPacer = { gcPercent: -1, heapLive: 0, heapMarked: 0, stackScan: 0, globalsScan: 0 };

/** Sweeping must find at least this much allocation to keep pace with (`sweepMinHeapDistance`). */
const sweepMinHeapDistance = 2 ** 20;

/** When to collect (`mgcpacer.go:gcControllerState`, Go 1.27). */
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

  /** GOGC from now on; `swept` says whether the sweep is done. */
  setGCPercent(gcPercent: number, swept: boolean): void {
    this.#state = { ...this.#state, gcPercent };
    this.#keepDistance(swept);
  }

  /** What there is to scan beside the heap, and the runway: inputs. */
  setRoots(stackScan: number, globalsScan: number, runway = 0): void {
    this.#state = { ...this.#state, stackScan, globalsScan, ...(runway > 0 && { runway }) };
    this.#commit();
  }

  /** A collection marked `heapMarked` bytes (`resetLive`, then `commit`), and all of it is `swept` or not. */
  marked(heapMarked: number, swept: boolean): void {
    this.heapLive = heapMarked;
    this.#state = { ...this.#state, heapMarked };
    this.#keepDistance(swept);
  }

  save(): SavedPacer { return { ...this.#state, heapLive: this.heapLive }; }

  /** Where sweeping goes on beside the program, the next collection leaves it room. */
  #keepDistance(swept: boolean): void {
    this.#state = { ...this.#state, sweepDistance: swept ? 0 : this.heapLive + sweepMinHeapDistance };
    this.#commit();
  }

  #commit(): void {
    const { gcPercent, heapMarked, runway = 0, sweepDistance = 0 } = this.#state;
    this.goal = Math.max(percentGoal(this.#state, gcPercent), sweepDistance);
    this.trigger = this.goal === Infinity ? Infinity : trigger({ goal: this.goal, heapMarked, runway, sweepDistance });
  }
}
