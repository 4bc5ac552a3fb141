import { markWorkers } from '../service/mark-workers.ts';

export type WorkerMode = 'dedicated' | 'fractional' | 'idle';

/** A fractional worker leaves when it has had this much more than its share (`mgc.go:pollFractionalWorkerExit`). */
const maxShare = 1.2;

/** Who may still mark: workers that keep a P, the share of each P for the others, and Ps with nothing to do (`mgcpacer.go:startCycle`, `assignWaitingGCWorker`). */
export class WorkerSlots {
  readonly #fractional: number;
  #dedicatedNeeded: number;
  readonly #idleMax: number;
  #idle = 0;

  constructor(procs: number) {
    const { dedicated, fractional } = markWorkers(procs);
    [this.#dedicatedNeeded, this.#fractional, this.#idleMax] = [dedicated, fractional, procs - dedicated];
  }

  get needsDedicated(): boolean { return this.#dedicatedNeeded > 0; }
  get needsIdle(): boolean { return this.#idle < this.#idleMax; }

  /** The worker a P owes before anything else; `share` of its time since marking began went to fractional ones. */
  choose(share: number): WorkerMode | undefined {
    if (this.#dedicatedNeeded > 0) return 'dedicated';
    return this.#fractional > 0 && share <= this.#fractional ? 'fractional' : undefined;
  }

  /** Whether a fractional worker has had enough, at such a share of its P's time. */
  enough(share: number): boolean { return share > maxShare * this.#fractional; }

  start(mode: WorkerMode): void { this.#count(mode, 1); }
  stop(mode: WorkerMode): void { this.#count(mode, -1); }

  #count(mode: WorkerMode, by: 1 | -1): void {
    if (mode === 'dedicated') this.#dedicatedNeeded -= by;
    if (mode === 'idle') this.#idle += by;
  }
}
