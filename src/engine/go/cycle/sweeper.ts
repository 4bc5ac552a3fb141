import { anyParked, release, type P, type Runtime } from './runtime.ts';
import { costs } from './settings.ts';

/** Spans that the background sweeps before it looks whether somebody else wants the P (`mgcsweep.go:sweepBatchSize`). */
const sweepBatchSize = 10;

/** The last span was swept. */
export function noteSwept({ sweep, recorder, now }: Runtime): void {
  if (sweep.waiting === 0 && recorder.marked) recorder.noteFirst({ kind: 'clean', at: now, spans: recorder.marked.spans, sweepgen: sweep.sweepgen });
}

/** A batch of what nobody has asked for; where no P is idle the others come first after each (`mgcsweep.go:bgsweep`, Go 1.27). */
export function sweeperStep(rt: Runtime, p: P): void {
  if (rt.now > p.since && !anyParked(rt) && rt.sweep.waiting > 0) {
    rt.runQueue.push(rt.sweeper);
    return release(rt, p);
  }
  let swept = 0;
  while (swept < sweepBatchSize && rt.sweep.one()) swept++;
  if (swept === 0) return release(rt, p);
  noteSwept(rt);
  p.next = rt.now + swept * costs.sweepSpan;
}
