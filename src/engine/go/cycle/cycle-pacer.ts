import { percentGoal } from '../heap-goal.ts';
import { assistWorkPerByte } from '../service/assist-ratio.ts';
import { endCycle, noConsMark, runway } from '../service/cons-mark.ts';
import { trigger } from '../trigger.ts';
import { globalsScan, roots } from './settings.ts';

/** While marking goes on the goal is at least so far from where it began, and sweeping has at least so much room (`mgcpacer.go:heapGoalInternal`, `commit`). */
const leastDistance = 64 * 2 ** 10;
const sweepMinHeapDistance = 2 ** 20;
/** GOGC of the simulated program. */
export const gcPercent = 100;

/** When to collect, and what an allocation owes meanwhile (`mgcpacer.go:gcControllerState`, Go 1.27). Bytes; times in nanoseconds of one P. */
export class CyclePacer {
  heapLive = 0;
  heapMarked = 0;
  /** Scanned in this cycle. */
  readonly work = { heap: 0, stacks: 0, globals: 0 };
  assistTime = 0;
  idleTime = 0;
  markStart = 0;
  /** Bytes to scan for each byte allocated. */
  workPerByte = 0;
  #triggered = Infinity;
  #heapScan = 0;
  #last = { heapScan: 0, stackScan: 0 };
  #consMark = noConsMark;
  #swept = true;
  readonly #stacks: number;

  /** So many goroutines have a stack. */
  constructor(stacks: number) { this.#stacks = stacks; }

  get marking(): boolean { return this.#triggered < Infinity; }
  get bytesPerWork(): number { return 1 / this.workPerByte; }

  get goal(): number {
    const marked = { heapMarked: this.heapMarked, stackScan: this.#last.stackScan, globalsScan };
    return Math.max(percentGoal(marked, gcPercent), this.#sweepDistance, this.marking ? this.#triggered + leastDistance : 0);
  }

  get trigger(): number {
    return trigger({ goal: this.goal, heapMarked: this.heapMarked, runway: runway(this.#consMark, this.#expected), sweepDistance: this.#sweepDistance });
  }

  /** What the last cycle had to scan. */
  get #expected(): number { return this.#last.heapScan + this.#last.stackScan + globalsScan; }
  get #sweepDistance(): number { return this.#swept ? 0 : this.heapMarked + sweepMinHeapDistance; }
  get #scanned(): number { return this.work.heap + this.work.stacks + this.work.globals; }

  /** A P takes a span with so much room (`update`). What is to be scanned is fixed while marking goes on. */
  update(bytes: number): void {
    this.heapLive += bytes;
    if (this.marking) this.revise();
    else this.#heapScan += bytes;
  }

  startCycle(now: number): void {
    [this.#triggered, this.markStart, this.assistTime, this.idleTime] = [this.heapLive, now, 0, 0];
    Object.assign(this.work, { heap: 0, stacks: 0, globals: 0 });
    this.revise();
  }

  revise(): void {
    this.workPerByte = assistWorkPerByte({
      gcPercent, goal: this.goal, triggered: this.#triggered, heapLive: this.heapLive, work: this.#scanned, expected: this.#expected,
      most: this.#heapScan + this.#stacks * roots.stack + globalsScan,
    });
  }

  /** Marking is done: what the next cycle believes of the program, and where it begins (`endCycle`, `resetLive`, `commit`). */
  endCycle(now: number, procs: number, bytesMarked: number): void {
    const time = (now - this.markStart) * procs;
    this.#consMark = endCycle(this.#consMark, { allocated: this.heapLive - this.#triggered, scanned: this.#scanned, assisted: this.assistTime / time, idle: this.idleTime / time });
    this.heapMarked = this.heapLive = bytesMarked;
    this.#heapScan = this.work.heap;
    this.#last = { heapScan: this.work.heap, stackScan: this.work.stacks };
    this.#triggered = Infinity;
    this.#swept = false;
  }
}
