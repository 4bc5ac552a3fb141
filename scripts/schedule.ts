import type { Stage } from './stages.ts';

/** What became of a stage: `skipped` when something it needs did not pass. */
export interface Outcome { readonly stage: Stage; readonly state: 'passed' | 'failed' | 'skipped'; readonly seconds: number }

/**
 * Runs so many stages side by side as there are `places`, each as soon as what it needs has passed.
 * A stage whose need failed is skipped; a need that is not among the stages counts as met.
 */
export async function schedule(stages: readonly Stage[], places: number, run: (stage: Stage) => Promise<boolean>): Promise<readonly Outcome[]> {
  const waiting = new Set(stages);
  const running = new Map<Stage, Promise<Outcome>>();
  const done: Outcome[] = [];
  while (waiting.size + running.size > 0) {
    for (const stage of waiting) {
      const fate = fateOf(stage, waiting, running, done, places);
      if (fate === 'wait') continue;
      waiting.delete(stage);
      if (fate === 'skip') done.push({ stage, state: 'skipped', seconds: 0 });
      else running.set(stage, timed(stage, run));
    }
    if (running.size === 0) continue;
    const outcome = await Promise.race(running.values());
    running.delete(outcome.stage);
    done.push(outcome);
  }
  return done;
}

function fateOf(stage: Stage, waiting: ReadonlySet<Stage>, running: ReadonlyMap<Stage, unknown>, done: readonly Outcome[], places: number): 'run' | 'skip' | 'wait' {
  if (done.some((outcome) => stage.needs.includes(outcome.stage.name) && outcome.state !== 'passed')) return 'skip';
  const pending = [...waiting, ...running.keys()].some((other) => stage.needs.includes(other.name));
  return pending || running.size === places ? 'wait' : 'run';
}

async function timed(stage: Stage, run: (stage: Stage) => Promise<boolean>): Promise<Outcome> {
  const began = performance.now();
  const passed = await run(stage);
  return { stage, state: passed ? 'passed' : 'failed', seconds: (performance.now() - began) / 1000 };
}
