import { account, drain, endWork } from './drain.ts';
import { gcMarkDone } from './mark-done.ts';
import { release, type P, type Runtime } from './runtime.ts';
import { drainCheckThreshold, fractionalShare } from './schedule.ts';
import type { WorkerMode } from './worker-slots.ts';

/** The next piece of a worker's work; it ends when there is none, or its P is wanted (`mgc.go:gcBgMarkWorker`, Go 1.27). */
export function workerStep(rt: Runtime, p: P, mode: WorkerMode): void {
  if (p.untilCheck <= 0) {
    if (leaves(rt, p, mode)) return stopWorker(rt, p, mode);
    p.untilCheck = drainCheckThreshold;
  }
  const unit = drain(rt, p);
  if (!unit) return stopWorker(rt, p, mode);
  p.untilCheck -= unit.root ? drainCheckThreshold : unit.work;
  p.next = rt.now + unit.took;
}

/** A dedicated one never leaves; an idle one does when somebody can run, a fractional one when it has had its share (`mgc.go:pollFractionalWorkerExit`). */
function leaves(rt: Runtime, p: P, mode: WorkerMode): boolean {
  if (mode === 'idle') return rt.runQueue.length > 0;
  return mode === 'fractional' && rt.slots.enough(fractionalShare(rt, p));
}

/** It is put back into the pool; whoever was the last to mark first asks whether marking is done. */
function stopWorker(rt: Runtime, p: P, mode: WorkerMode): void {
  const [worker, took] = [p.gid, rt.now - p.since];
  account(rt, p, true);
  rt.slots.stop(mode);
  if (mode === 'fractional') p.fractionalTime += took;
  if (mode === 'idle') rt.pacer.idleTime += took;
  const leave = (): void => {
    rt.workers.push(worker);
    release(rt, p);
  };
  if (endWork(rt)) gcMarkDone(rt, p, leave);
  else leave();
}
