/** The collector's allowance of CPU time, all in seconds of one CPU (`mgclimit.go:gcCPULimiterState`, Go 1.27). */
export interface SavedLimiter { readonly fill: number; readonly limiting: boolean }

export const idleLimiter: SavedLimiter = { fill: 0, limiting: false };

/** One second of each P's time (`mgclimit.go:capacityPerProc`). */
const capacityPerProc = 1;

/**
 * A leaky bucket: filled by the collector's time, emptied by the program's. While it is full the program need not
 * assist, so that over a longer while no more than half the time is the collector's.
 */
export class CPULimiter {
  readonly #capacity: number;
  #fill: number;
  #limiting: boolean;

  constructor(procs: number, saved: SavedLimiter = idleLimiter) {
    this.#capacity = procs * capacityPerProc;
    [this.#fill, this.#limiting] = [saved.fill, saved.limiting];
  }

  get limiting(): boolean { return this.#limiting; }

  /** Time that passed (`mgclimit.go:accumulate`); idle time is neither's. */
  accumulate(mutatorTime: number, gcTime: number): void {
    const change = gcTime - mutatorTime;
    const headroom = this.#capacity - this.#fill;
    if (change > 0 && headroom <= change) [this.#fill, this.#limiting] = [this.#capacity, true];
    else {
      this.#fill = Math.max(0, this.#fill + change);
      if (change !== 0 && headroom === 0) this.#limiting = false;
    }
  }

  save(): SavedLimiter { return { fill: this.#fill, limiting: this.#limiting }; }
}
