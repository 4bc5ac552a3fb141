import depth from '../../../oracle/recordings/versions/depth.json' with { type: 'json' };
import script from '../../../oracle/recordings/scripts/stack.json' with { type: 'json' };
import type { TapeAnswer, TapeOp } from '../../engine/go/stack/stack-tape.ts';
import type { Real } from '../../engine/machine.ts';
import { readRecording } from '../../oracle/recording.ts';
import { scriptOf } from '../../oracle/script.ts';

/** The stack of oracle/probe/depth with Go 1.27: StackInuse less what it was. It was not read after a return, which moves nothing. */
export const recordedDepth: Real<TapeOp, TapeAnswer> = {
  answers: async () => {
    const { start, medium, large, shrinks } = depth.rows.at(-1)!.result;
    return [medium, medium, large, large, ...shrinks].map((inUse) => ({ size: inUse - start }));
  },
};

/** The last stack of each goroutine with medium frames in scripts/stack.json, Go 1.27. */
export const recordedSteps: Real<TapeOp, TapeAnswer> = {
  answers: async () => {
    const { program, answers } = scriptOf(readRecording('script@1', script).rows[1]!);
    return answers.filter((_, i) => program[i]!.do === 'grow').map((answer) => ({ size: lastSize(answer as Readonly<Record<string, number>>) }));
  },
};

/** Of each stack told of: a variable, the lowest address, the end. */
function lastSize(answer: Readonly<Record<string, number>>): number {
  const last = Math.min(4, answer['stacks']!) - 1;
  return answer[`v${last * 3 + 2}`]! - answer[`v${last * 3 + 1}`]!;
}
