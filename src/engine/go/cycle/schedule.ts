import { markWorkAvailable, turn, type P, type Runtime } from './runtime.ts';
import { habits } from './settings.ts';
import type { Goroutine } from './goroutine.ts';
import type { WorkerMode } from './worker-slots.ts';

/** Bytes after which a worker that may have to leave looks whether it has to (`mgcmark.go:drainCheckThreshold`). */
export const drainCheckThreshold = 100_000;

/** What a P does next: the worker it owes, a goroutine that can run, an idle worker, nothing (`proc.go:findRunnable`, Go 1.27). */
export function schedule(rt: Runtime, p: P): void {
  if (startOwed(rt, p)) return;
  const g = rt.runQueue.shift();
  if (g) return resume(rt, p, g);
  if (shouldMark(rt, p) && rt.slots.needsIdle && startWorker(rt, p, 'idle')) return;
  p.next = Infinity;
}

/** Whether a worker on this P would find something (`mgc.go:gcShouldScheduleWorker`). */
const shouldMark = (rt: Runtime, p: P): boolean => rt.phase === 'mark' && (!p.work.empty || markWorkAvailable(rt));

/** Share of the P's time since marking began that went to fractional workers. */
export function fractionalShare({ now, pacer: { markStart } }: Runtime, { fractionalTime, what, since }: P): number {
  const running = what === 'fractional' ? now - since : 0;
  return now > markStart ? (fractionalTime + running) / (now - markStart) : 0;
}

/** A dedicated or fractional worker comes before any goroutine (`mgcpacer.go:findRunnableGCWorker`). */
export function startOwed(rt: Runtime, p: P): boolean {
  const mode = shouldMark(rt, p) ? rt.slots.choose(fractionalShare(rt, p)) : undefined;
  return mode !== undefined && startWorker(rt, p, mode);
}

/** One worker of the pool takes the P (`mgc.go:gcBgMarkWorker`); false when all are busy. */
function startWorker(rt: Runtime, p: P, mode: WorkerMode): boolean {
  const worker = rt.workers.pop();
  if (worker === undefined) return false;
  rt.slots.start(mode);
  rt.marking++;
  [p.g, p.next, p.since, p.untilCheck] = [undefined, rt.now, rt.now, drainCheckThreshold];
  turn(rt, p, mode, worker);
  return true;
}

function resume(rt: Runtime, p: P, g: Goroutine): void {
  [p.g, p.next, p.since] = [g, rt.now, rt.now];
  if (g.turnEnds <= rt.now) g.turnEnds = rt.now + rt.chance.int(habits.turn);
  turn(rt, p, g === rt.sweeper ? 'bgsweep' : 'program', g.id);
}
