import type { Demo, Run, Speaker } from './demo.ts';

/** One answer of ours beside the real one, both in words. */
export interface Compared { readonly ours: string; readonly real: string; readonly agrees: boolean }

/** Runs the whole program of a run on its real counterpart; undefined when there is none for this preset. */
export async function compare(demo: Demo, speaker: Speaker, { input, timeline }: Run): Promise<readonly Compared[] | undefined> {
  const real = await demo.real(input.preset);
  if (!real) return undefined;
  const fresh = demo.open(input).timeline;
  const ours = fresh.finish();
  const answers = await real.answers(timeline.program);
  return timeline.program.map((op, i) => {
    const [mine, theirs] = [speaker.answer(op, ours[i]), speaker.answer(op, answers[i])];
    return { ours: mine, real: theirs, agrees: JSON.stringify(ours[i]) === JSON.stringify(answers[i]) };
  });
}
