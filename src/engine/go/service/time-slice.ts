import { markWorkers } from './mark-workers.ts';

/**
 * Whose turn it is on one P while the collector marks. Fractional workers are chosen only where a P looks for something
 * to run (`proc.go:schedule`), and a P whose goroutine neither waits nor ends does that when `sysmon` takes it away.
 * Times in seconds.
 */
export interface Turn {
  /** What the P runs now began to run. */
  readonly from: number;
  /** A fractional worker runs. */
  readonly working: boolean;
  /** Workers have had so much of its time before. */
  readonly worked: number;
}

/** Busy for long, `sysmon` looks so often, and takes a P from what it saw there at its last look (`proc.go:sysmon`, `retake`, `forcePreemptNS`). */
const look = 0.01;

/** A worker leaves when it has had so much more than its share, and asks after so many bytes scanned (`mgc.go:pollFractionalWorkerExit`, `mgcmark.go:drainCheckThreshold`). */
const slack = 1.2;
const checkThreshold = 100_000;

/** When what began at `from` is taken away: at the second look after that. */
const sliceEnds = (from: number): number => (Math.floor(from / look + roundOff) + 2) * look;
/** A look at `now` is no look after it, whatever the last bit says. */
const roundOff = 1e-6;

/**
 * The turns of all Ps that have no dedicated worker, as marking begins. The world was stopped, so each looks for something
 * to run, and finds a worker that has had nothing yet; but the P whose allocation began it runs on, as since its last turn.
 */
export function firstTurns(now: number, lastStop: number, procs: number): readonly Turn[] {
  const { dedicated, fractional } = markWorkers(procs);
  if (fractional === 0) return [];
  const first = sliceEnds(lastStop);
  const from = now < first ? lastStop : first + Math.floor((now - first) / (2 * look)) * 2 * look;
  return Array.from({ length: procs - dedicated }, (_, p) => ({ from: p === 0 ? from : now, working: p > 0, worked: 0 }));
}

/** When a turn ends of a marking that began at `since`. */
export function turnEnds({ from, working, worked }: Turn, since: number, { procs, scanRate }: { readonly procs: number; readonly scanRate: number }): number {
  if (!working) return sliceEnds(from);
  const share = slack * markWorkers(procs).fractional;
  const enough = (share * (from - since) - worked) / (1 - share);
  const check = checkThreshold / scanRate;
  return from + Math.max(1, Math.ceil(enough / check)) * check;
}

/** Who has the next: a worker, where they have had less than their share (`mgcpacer.go:assignWaitingGCWorker`), or the program. */
export function nextTurn({ from, working, worked }: Turn, since: number, now: number, procs: number): Turn {
  const had = worked + (working ? now - from : 0);
  return { from: now, working: !working && had <= markWorkers(procs).fractional * (now - since), worked: had };
}
