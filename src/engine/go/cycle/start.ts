import { stackOf } from './goroutine.ts';
import { rootJobs } from './root-jobs.ts';
import { turn, type P, type Runtime } from './runtime.ts';
import { costs, runtimeGoroutines } from './settings.ts';
import { startTheWorld, stopTheWorld } from './stop-the-world.ts';
import { WorkerSlots } from './worker-slots.ts';

/** The heap has reached its trigger, or the program asks: what the last cycle left is swept, then the world stops (`mgc.go:gcStart`, Go 1.27). */
export function gcStart(rt: Runtime, p: P): void {
  const { gid, what } = p;
  rt.collecting = true;
  let swept = 0;
  while (rt.sweep.one()) swept++;
  const left = p.next - rt.now;
  p.next = Infinity;
  rt.agenda.put(rt.now + swept * costs.sweepSpan, () => {
    const since = rt.now;
    const { heapLive: heap, goal } = rt.pacer;
    stopTheWorld(rt, p, () => {
      rt.recorder.begin(rt.now);
      rt.recorder.note({ kind: 'trigger', at: since, heap, goal });
      startMarking(rt, since);
      turn(rt, p, what, gid);
      p.left = left;
      rt.recorder.note({ kind: 'barrier', at: rt.now, took: rt.now - since });
      startTheWorld(rt);
    });
  });
}

/** The barrier is on before anything is marked, and assists are owed from now on. */
function startMarking(rt: Runtime, since: number): void {
  const noStack = (): readonly number[] => [];
  rt.cycles++;
  rt.heap.bytesMarked = 0;
  rt.asked = 0;
  rt.credit.bgScanCredit = 0;
  rt.slots = new WorkerSlots(rt.ps.length);
  for (const p of rt.ps) p.fractionalTime = 0;
  for (const g of rt.goroutines) g.assistBytes = 0;
  rt.pacer.startCycle(since);
  rt.phase = 'mark';
  const stacks = [...rt.goroutines.map((g) => () => stackOf(g)), ...Array.from({ length: runtimeGoroutines + rt.ps.length }, () => noStack)];
  [rt.jobs, rt.nextJob] = [rootJobs(() => rt.store.globals, stacks), 0];
}

/** `runtime.GC()`: whoever runs asks for a collection. */
export function collect(rt: Runtime): void {
  const p = rt.ps.find(({ what }) => what === 'program');
  if (p && !rt.collecting) gcStart(rt, p);
}
