import { turn, type P, type Runtime } from './runtime.ts';
import { costs } from './settings.ts';
import { startTheWorld } from './stop-the-world.ts';

/** The end of marking, with the world stopped: what was found alive is known, nothing is freed yet (`mgc.go:gcMarkTermination`, Go 1.27). */
export function markTermination(rt: Runtime, p: P, since: number, leave: () => void): void {
  const { pacer, heap, sweep, recorder, credit } = rt;
  rt.phase = 'marktermination';
  const { goal, heapLive } = pacer;
  pacer.endCycle(rt.now, rt.ps.length, heap.bytesMarked);
  rt.phase = 'off';
  for (const each of rt.ps) each.slots = [];
  const spans = sweep.begin();
  sweep.pace(pacer.trigger, pacer.heapLive);
  recorder.heap.push([rt.now, pacer.heapLive]);
  recorder.marked = { goal, next: pacer.goal, spans };
  recorder.note({ kind: 'marked', at: rt.now, took: rt.now - since, before: heapLive, after: pacer.heapMarked, next: pacer.goal });
  rt.ending = false;
  turn(rt, p, 'finish', p.gid);
  p.left = Infinity;
  rt.runQueue.push(...credit.wakeAll(), rt.sweeper);
  startTheWorld(rt);
  // The next collection waits until this one has looked after every P (`worldsema`).
  rt.agenda.put(rt.now + costs.finishPerP * rt.ps.length, () => {
    rt.collecting = false;
    leave();
  });
}
