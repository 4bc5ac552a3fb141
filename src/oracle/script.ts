import type { Real } from '../engine/machine.ts';
import { decode, encode, operationOf, type RuntimeAnswer, type RuntimeOp } from './go-runtime/operations.ts';
import type { Row } from './recording.ts';
import type { Asked } from './snapshot.ts';

/** A program that was run on linux/amd64, and what the runtime there answered. */
export interface Script {
  readonly name: string;
  readonly program: readonly RuntimeOp[];
  readonly answers: readonly RuntimeAnswer[];
}

/** The script of a recorded row. */
export function scriptOf({ name, ops, answers }: Row<'script@1'>): Script {
  const program = ops.map(operationOf);
  return { name, program, answers: program.map((op, i) => decode(op, answers[i] ?? [])) };
}

/** Recorded scripts in the role of the real runtime: each answers its own program, and no other. */
export class RecordedRuntime implements Real<RuntimeOp, RuntimeAnswer> {
  readonly #answers: ReadonlyMap<string, readonly RuntimeAnswer[]>;

  constructor(scripts: readonly Script[]) {
    this.#answers = new Map(scripts.map(({ program, answers }) => [JSON.stringify(program), answers]));
  }

  async answers(program: readonly RuntimeOp[]): Promise<readonly RuntimeAnswer[]> {
    const answers = this.#answers.get(JSON.stringify(program));
    if (!answers) throw new Error('This program was not recorded: only the live runtime can answer it.');
    return answers;
  }
}

/** A recorded reading of the whole allocator: answers each of its questions, in any order. */
export function recordedHeap({ program, answers }: Script): Asked {
  const known = new Map(program.map((op, i) => [encode(op).join(), answers[i]!]));
  return {
    one(op) {
      const answer = known.get(encode(op).join());
      if (!answer || 'refused' in answer) throw new Error(`The recording does not answer ${JSON.stringify(op)}.`);
      return answer as never;
    },
  };
}
