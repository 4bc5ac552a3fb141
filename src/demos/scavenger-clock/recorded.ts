import recording from '../../../oracle/recordings/give-back.json' with { type: 'json' };
import { chunkSize, type ClockAnswer, type ClockOp } from '../../engine/go/heap/scavenger-clock.ts';
import type { Real } from '../../engine/machine.ts';

type Sample = (typeof recording.rows)[number]['samples'][number];

/** What a Go of one release did when oracle/probe/steps took these steps: its looks, one a second, are our waits. */
export const recordedOf = (release: string, steps: string): Real<ClockOp, ClockAnswer> => ({
  answers: async (program) => {
    const { samples } = recording.rows.find((row) => row.go.startsWith(`go${release}.`) && row.steps === steps)!;
    const waits = waitsOf(steps.split(' '), samples);
    return program.map((op) => (op.do === 'wait' ? backAfter(waits.shift()!) : undefined));
  },
});

/** What each row of looks saw, after what was seen just before it. */
function waitsOf(steps: readonly string[], samples: readonly Sample[]): (readonly Sample[])[] {
  let at = 0;
  return steps.flatMap((step) => {
    const before = at - 1;
    if (!step.startsWith('look')) { at++; return []; }
    while (samples[at]?.op === 'look') at++;
    return [samples.slice(before, at)];
  });
}

/** When the collection came that more than a chunk went back after, in seconds of the wait. A look sees what came in the second before it. */
function backAfter([before, ...looks]: readonly Sample[]): ClockAnswer {
  const back = looks.find(({ heapReleased }) => heapReleased - before!.heapReleased > chunkSize);
  if (!back) return null;
  return back.numGC === before!.numGC ? 0 : looks.find(({ numGC }) => numGC === back.numGC)!.seconds - before!.seconds - 1;
}
