import type { Real } from '../engine/machine.ts';
import type { RuntimeAnswer, RuntimeOp } from '../oracle/go-runtime/operations.ts';
import type { Demo, Live, Run, Speaker } from './demo.ts';

/** One answer of ours beside the real one, both in words. */
export interface Compared { readonly ours: string; readonly real: string; readonly agrees: boolean }

/** Lays our answers beside those of the real thing. */
export async function compare(demo: Demo, speaker: Speaker, { input, timeline }: Run, real: Real<unknown, unknown>): Promise<readonly Compared[]> {
  const ours = demo.open(input).timeline.finish();
  const theirs = await real.answers(timeline.program);
  return timeline.program.map((op, i) => ({
    ours: speaker.answer(op, ours[i]),
    real: speaker.answer(op, theirs[i]),
    agrees: JSON.stringify(ours[i]) === JSON.stringify(theirs[i]),
  }));
}

/** The live Go runtime as what a demo's machine is compared with. */
export const liveReal = ({ ask, read }: Live<unknown, unknown>, runtime: Real<RuntimeOp, RuntimeAnswer>): Real<unknown, unknown> =>
  ({ answers: async (program) => read(await runtime.answers(ask(program)), program) });
