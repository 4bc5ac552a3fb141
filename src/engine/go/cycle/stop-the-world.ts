import { parked, ready, turn, type P, type Runtime } from './runtime.ts';
import { schedule, startOwed } from './schedule.ts';
import { costs } from './settings.ts';

/** When a P reaches its next safe point: at once if it is the one that asks, or has nothing to do. */
export const safePoint = (rt: Runtime, p: P, asking: P): number => rt.now + (p === asking || parked(p) ? 0 : 1 + rt.chance.int(costs.safePoint));

/** Asks every P to stop, and does `then` when the last of them has (`proc.go:stopTheWorldWithSema`, Go 1.27). */
export function stopTheWorld(rt: Runtime, asking: P, then: () => void): void {
  const since = rt.now;
  let running = rt.ps.length;
  turn(rt, asking, 'stop', asking.gid);
  for (const p of rt.ps) {
    rt.agenda.put(safePoint(rt, p, asking), () => {
      [p.halted, p.left, p.next] = [true, p.next - rt.now, Infinity];
      if (p !== asking) rt.recorder.turn(p.id, rt.now);
      if (--running === 0) rt.agenda.put(rt.now + costs.stopped + costs.stoppedPerP * rt.ps.length, () => {
        rt.recorder.stops.push([since, rt.now]);
        then();
      });
    });
  }
}

/** Ps with nothing to do are looked after first, so that they take the workers; then goroutines go on, where no worker is owed (`proc.go:procresize`). */
export function startTheWorld(rt: Runtime): void {
  for (const p of rt.ps) p.halted = false;
  const idle = rt.ps.filter((p) => p.what === undefined);
  for (const p of idle) schedule(rt, p);
  for (const p of rt.ps.filter((other) => !idle.includes(other))) goOn(rt, p);
}

function goOn(rt: Runtime, p: P): void {
  const { g } = p;
  if (g && p.what === 'program' && startOwed(rt, p)) return ready(rt, g);
  p.next = rt.now + p.left;
  rt.recorder.turn(p.id, rt.now, p.gid, p.what);
}
