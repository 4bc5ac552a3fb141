import { limitGoal, percentGoal, type Held } from '../heap-goal.ts';
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
  /** GOMEMLIMIT; absent: there is none. */
  readonly memoryLimit?: number;
  /** What was live when the collection that is marking began; absent where none is. */
  readonly triggered?: number;
}

/** What the memory limit is held against at this moment, in bytes. */
export type Mapped = Pick<Held, 'mappedReady' | 'heapFree' | 'heapAlloc'>;

export const pacerOff: SavedPacer = { gcPercent: -1, heapLive: 0, heapMarked: 0, stackScan: 0, globalsScan: 0 };

/** Sweeping must find at least this much allocation to keep pace with (`sweepMinHeapDistance`). */
const sweepMinHeapDistance = 2 ** 20;
/** A collection that has begun has at least this far to its goal (`heapGoalInternal`). */
const minRunway = 2 ** 16;

/** When to collect (`mgcpacer.go:gcControllerState`, Go 1.27). */
export class Pacer {
  #state: SavedPacer;
  readonly #mapped: () => Mapped;
  heapLive: number;
  /** The goal that GOGC sets. */
  #percentGoal = Infinity;

  /** `mapped` is asked whenever there is a memory limit: its goal moves with what is mapped, also between two collections. */
  constructor(saved: SavedPacer, mapped = nothingMapped) {
    this.#state = saved;
    this.#mapped = mapped;
    this.heapLive = saved.heapLive;
    this.#commit();
  }

  get heapMarked(): number { return this.#state.heapMarked; }
  get memoryLimit(): number { return this.#state.memoryLimit ?? Infinity; }
  /** How large the heap may be when the next collection ends. */
  get goal(): number { return this.#goals().goal; }

  /** Reached by `heapLive`, it starts a collection. */
  get trigger(): number {
    const { heapMarked, runway = 0 } = this.#state;
    const { goal, sweepDistance } = this.#goals();
    return goal === Infinity ? Infinity : trigger({ goal, heapMarked, runway, sweepDistance });
  }

  /** Whether a collection is due (`mgc.go:gcTrigger.test`). Asked where a span was just taken, and nowhere else. */
  get due(): boolean { return this.heapLive >= this.trigger; }

  /** GOGC from now on; `swept` says whether the sweep is done. */
  setGCPercent(gcPercent: number, swept: boolean): void {
    this.#state = { ...this.#state, gcPercent };
    this.#keepDistance(swept);
  }

  /** GOMEMLIMIT from now on, infinite for none; `swept` says whether the sweep is done. */
  setMemoryLimit(memoryLimit: number, swept: boolean): void {
    const { memoryLimit: _former, ...others } = this.#state;
    if (memoryLimit === this.memoryLimit) return;
    this.#state = { ...others, ...(memoryLimit < Infinity && { memoryLimit }) };
    this.#keepDistance(swept);
  }

  /** A collection begins (`startCycle`). */
  begins(): void { this.#state = { ...this.#state, triggered: this.heapLive }; }

  /** What there is to scan beside the heap, and the runway: inputs. */
  setRoots(stackScan: number, globalsScan: number, runway = 0): void {
    this.#state = { ...this.#state, stackScan, globalsScan, ...(runway > 0 && { runway }) };
    this.#commit();
  }

  /** A collection marked `heapMarked` bytes (`resetLive`, then `commit`), and all of it is `swept` or not. */
  marked(heapMarked: number, swept: boolean): void {
    const { triggered: _begun, ...others } = this.#state;
    this.heapLive = heapMarked;
    this.#state = { ...others, heapMarked };
    this.#keepDistance(swept);
  }

  save(): SavedPacer { return { ...this.#state, heapLive: this.heapLive }; }

  /** Where sweeping goes on beside the program, the next collection leaves it room. */
  #keepDistance(swept: boolean): void {
    this.#state = { ...this.#state, sweepDistance: swept ? 0 : this.heapLive + sweepMinHeapDistance };
    this.#commit();
  }

  #commit(): void { this.#percentGoal = percentGoal(this.#state, this.#state.gcPercent); }

  /** The limit's goal where it is the smaller one, and sweeping gets no room then (`heapGoalInternal`). */
  #goals(): { readonly goal: number; readonly sweepDistance: number } {
    const { heapMarked, memoryLimit, sweepDistance = 0, triggered = -Infinity } = this.#state;
    const limited = memoryLimit === undefined ? Infinity : limitGoal({ ...this.#mapped(), memoryLimit, heapMarked });
    if (limited < this.#percentGoal) return { goal: limited, sweepDistance: 0 };
    return { goal: Math.max(this.#percentGoal, sweepDistance, triggered + minRunway), sweepDistance };
  }
}

const nothingMapped = (): Mapped => ({ mappedReady: 0, heapFree: 0, heapAlloc: 0 });
