import { account, drainN, endWork } from './drain.ts';
import { goroutineOf, release, turn, type P, type Runtime } from './runtime.ts';
import type { Goroutine } from './goroutine.ts';
import { gcMarkDone } from './mark-done.ts';
import { objectSize } from './settings.ts';

/** An allocation is accounted for; true when it may go on, false when its goroutine assists or waits first (`malloc_stubs.go:deductAssistCredit`). */
export function deductAssistCredit(rt: Runtime, p: P, g: Goroutine): boolean {
  g.assistBytes -= objectSize;
  g.charged = true;
  return g.assistBytes >= 0 || gcAssistAlloc(rt, p, g);
}

/** What is owed is taken from the workers' credit; what that does not cover the goroutine scans itself (`mgcmark.go:gcAssistAlloc`, Go 1.27). */
function gcAssistAlloc(rt: Runtime, p: P, g: Goroutine): boolean {
  const { left, stolen } = rt.credit.take(g);
  if (left === 0) {
    rt.recorder.noteFirst({ kind: 'credit', at: rt.now, p: p.id, bytes: stolen });
    return true;
  }
  rt.marking++;
  g.assist = { work: left, since: rt.now, done: 0 };
  turn(rt, p, 'assist', g.id);
  return false;
}

/** The next piece of an assist (`gcDrainN`); it ends when all is scanned, or nothing is left to scan. */
export function assistStep(rt: Runtime, p: P): void {
  const { assist } = goroutineOf(p);
  const unit = assist.done < assist.work ? drainN(rt, p) : undefined;
  if (!unit) return endAssist(rt, p);
  assist.done += unit.work;
  p.next = rt.now + unit.took;
}

/** Whoever was the last to mark asks whether marking is done. */
function endAssist(rt: Runtime, p: P): void {
  const g = goroutineOf(p);
  account(rt, p, false);
  rt.credit.paid(g, g.assist.done);
  rt.pacer.assistTime += rt.now - g.assist.since;
  if (endWork(rt)) gcMarkDone(rt, p, () => goOn(rt, p, g));
  else goOn(rt, p, g);
}

/** It allocates, or tries once more where there is credit now, or waits until a worker has earned some (`gcParkAssist`). */
function goOn(rt: Runtime, p: P, g: Goroutine): void {
  p.next = rt.now;
  if (g.assistBytes >= 0 || rt.phase !== 'mark') return turn(rt, p, 'program', g.id);
  if (rt.credit.bgScanCredit > 0) {
    if (gcAssistAlloc(rt, p, g)) turn(rt, p, 'program', g.id);
    return;
  }
  rt.recorder.noteFirst({ kind: 'queued', at: rt.now, p: p.id });
  rt.credit.park(g);
  release(rt, p);
}
