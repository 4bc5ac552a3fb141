import { flushBuffer } from './drain.ts';
import { markTermination } from './mark-termination.ts';
import { markWorkAvailable, turn, type P, type Runtime } from './runtime.ts';
import { costs } from './settings.ts';
import { safePoint, startTheWorld, stopTheWorld } from './stop-the-world.ts';

/** Somebody found nothing left to mark, and wants to know whether there is anything anywhere; does `leave` when it is known. */
interface Ending { readonly rt: Runtime; readonly p: P; readonly leave: () => void }

/**
 * Is marking done (`mgc.go:gcMarkDone`, Go 1.27)? One asks at a time. Another who comes meanwhile need not wait: where
 * the first finds that marking goes on, there is work, and whoever does it last comes here again.
 */
export function gcMarkDone(rt: Runtime, p: P, leave: () => void): void {
  if (rt.ending) return leave();
  rt.ending = true;
  top({ rt, p, leave });
}

function top(ending: Ending): void {
  const { rt, leave } = ending;
  if (rt.phase === 'mark' && rt.marking === 0 && !markWorkAvailable(rt)) return raggedBarrier(ending);
  rt.ending = false;
  leave();
}

/** Each P in turn hands in what it has, at a safe point of its own (`proc.go:forEachP`). If any had work, marking goes on. */
function raggedBarrier(ending: Ending): void {
  const { rt, p: asking } = ending;
  const handed = { ps: 0, pointers: 0, found: 0 };
  let waiting = rt.ps.length;
  asking.next = Infinity;
  rt.asked++;
  for (const p of rt.ps) {
    rt.agenda.put(safePoint(rt, p, asking), () => {
      handIn(rt, p, handed);
      if (--waiting > 0) return;
      if (handed.ps === 0) return lastLook(ending);
      rt.recorder.noteFirst({ kind: 'ragged', at: rt.now, p: asking.id, ...handed });
      top(ending);
    });
  }
}

function handIn(rt: Runtime, p: P, handed: { ps: number; pointers: number; found: number }): void {
  const { length } = p.buffer;
  handed.pointers += length;
  handed.found += flushBuffer(rt, p);
  p.next += length * costs.bufferedPointer;
  p.work.dispose();
  if (p.work.flushedWork) handed.ps++;
  p.work.flushedWork = false;
}

/** The world is stopped, and the buffers are looked at once more: what was stored since the barrier may have brought work (golang/go#27993). */
function lastLook(ending: Ending): void {
  const { rt, p, leave } = ending;
  const [{ what, gid }, since] = [p, rt.now];
  rt.recorder.note({ kind: 'ending', at: rt.now, heap: rt.pacer.heapLive, goal: rt.pacer.goal, asked: rt.asked });
  stopTheWorld(rt, p, () => {
    const found = rt.ps.reduce((sum, other) => sum + flushBuffer(rt, other), 0);
    if (rt.ps.every(({ work }) => work.empty)) return markTermination(rt, p, since, leave);
    rt.recorder.note({ kind: 'restart', at: rt.now, p: p.id, found });
    turn(rt, p, what, gid);
    startTheWorld(rt);
    raggedBarrier(ending);
  });
}
