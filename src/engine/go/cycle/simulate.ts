import { EngineError } from '../../machine.ts';
import type { TracedCycle } from '../traced-cycle.ts';
import { assistStep } from './assist.ts';
import { programStep } from './mutator.ts';
import { newRuntime, type P, type Runtime } from './runtime.ts';
import { schedule } from './schedule.ts';
import type { CycleSettings } from './settings.ts';
import { sweeperStep } from './sweeper.ts';
import { workerStep } from './worker.ts';

/** What happens next, happens: whatever is due, or the P that is done first goes on. */
export function step(rt: Runtime): void {
  let p = rt.ps[0]!;
  for (const other of rt.ps) if (other.next < p.next) p = other;
  rt.now = Math.min(rt.agenda.next, p.next);
  if (rt.now === Infinity) throw new EngineError('nobody runs, and nobody ever will');
  if (rt.agenda.next <= p.next) rt.agenda.fire();
  else goOn(rt, p);
}

function goOn(rt: Runtime, p: P): void {
  switch (p.what) {
    case undefined: return schedule(rt, p);
    case 'program': return programStep(rt, p);
    case 'assist': return assistStep(rt, p);
    case 'dedicated': case 'fractional': case 'idle': return workerStep(rt, p, p.what);
    case 'bgsweep': return sweeperStep(rt, p);
    default: throw new EngineError(`P${p.id} does not go on by itself from ${p.what}`);
  }
}

/** The `nth` collection of a program (from 1), as its execution trace would tell it: with a tenth of its time before, and the sweep after, or twice its time of that. */
export function simulateCycle(settings: CycleSettings, seed: number, nth: number): TracedCycle {
  const rt = newRuntime(settings, seed);
  const marked = (): boolean => rt.cycles === nth && rt.recorder.marked !== undefined;
  while (!marked()) step(rt);
  const [first, second] = [rt.recorder.stops[0]!, rt.recorder.stops.at(-1)!];
  const marking = second[0] - first[1];
  const to = (share: number): number => second[1] + share * marking;
  const stops = (): boolean => rt.ps.some(({ what }) => what === 'stop');
  while (!stops() && rt.now < to(rt.sweep.waiting > 0 ? 2 : 0.25)) step(rt);
  return rt.recorder.cut(settings.procs, first[0], first[0] - marking / 10, rt.now);
}
