/** Who can run on the one P: the program, one that it has started, or the goroutine that sweeps in the background. */
type Goroutine = 'program' | 'goroutine' | 'sweeper';

/** `schedtick`: how many times the P has taken a goroutine to run. */
export interface SavedRunQueue { readonly schedtick: number; readonly local: readonly Goroutine[]; readonly global: readonly Goroutine[] }

export const nobodyWaits: SavedRunQueue = { schedtick: 0, local: [], global: [] };

/** One of so many turns is the global queue's first (`proc.go:findRunnable`). */
const globalTurn = 61;

/** Whose turn it is on one P without a system monitor, as on WebAssembly (`proc.go:findRunnable`, `runqput`, Go 1.27). */
export class RunQueue {
  #local: Goroutine[];
  #global: Goroutine[];
  schedtick: number;

  constructor({ schedtick, local, global }: SavedRunQueue = nobodyWaits) {
    this.schedtick = schedtick;
    [this.#local, this.#global] = [[...local], [...global]];
  }

  /** The sweeper has work: it waits for its turn, unless it does already (`ready`). */
  ready(): void {
    if (!this.#local.includes('sweeper') && !this.#global.includes('sweeper')) this.#local.push('sweeper');
  }

  /** The program goes to the end of the global queue; until its turn comes, `sweep` is the sweeper's turn, and tells whether it wants another (`goschedImpl`). */
  giveWay(sweep: () => boolean): void {
    this.#global.push('program');
    this.#others(sweep);
  }

  /** The program has waited and is woken: it goes to the end of the local queue (`injectglist`); `sweep` as in {@link giveWay}. */
  wake(sweep: () => boolean): void {
    this.#local.push('program');
    this.#others(sweep);
  }

  /** A goroutine that the program has started waits in the local queue (`newproc`: without a system monitor nobody is `runnext`). */
  start(): void { this.#local.push('goroutine'); }

  /** The program waits until that goroutine has run to its end; `sweep` as in {@link giveWay}. */
  wait(run: () => void, sweep: () => boolean): void {
    for (let next = this.#next(); next !== 'program'; next = this.#next()) {
      if (next === 'sweeper') {
        if (sweep()) this.#global.push('sweeper');
      } else {
        run();
        this.#local.push('program');
      }
    }
  }

  save(): SavedRunQueue { return { schedtick: this.schedtick, local: [...this.#local], global: [...this.#global] }; }

  #others(sweep: () => boolean): void { while (this.#next() === 'sweeper') if (sweep()) this.#global.push('sweeper'); }

  #next(): Goroutine {
    const globalFirst = this.schedtick % globalTurn === 0 && this.#global.length > 0;
    this.schedtick++;
    if (globalFirst) return this.#global.shift()!;
    if (this.#local.length === 0) this.#local = this.#global.splice(0);
    return this.#local.shift()!;
  }
}
