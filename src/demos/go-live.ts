import type { HeapAnswer } from '../engine/go/heap/heap-machine.ts';
import type { RuntimeAnswer, RuntimeOp } from '../oracle/go-runtime/operations.ts';
import { liveOps, warmUp } from '../oracle/workload.ts';
import type { Statement } from './go-program.ts';

/** The statements as the live runtime is asked, once its own heap is at rest. */
export const askGo = (program: readonly Statement[]): readonly RuntimeOp[] =>
  [...warmUp, ...program.flatMap(({ steps }) => steps.flatMap(liveOps))];

/** Its answers, one for each statement: the address of what it allocated. */
export function readAnswers(answers: readonly RuntimeAnswer[], program: readonly Statement[]): readonly HeapAnswer[] {
  let next = warmUp.length;
  return program.map(({ steps }) => {
    let made: HeapAnswer;
    for (const step of steps) {
      const answer = answers[next];
      if (step.do === 'allocate' && answer && 'addr' in answer) made = answer.addr;
      next += liveOps(step).length;
    }
    return made;
  });
}
