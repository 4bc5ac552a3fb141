import recording from '../../../oracle/recordings/versions/stacks.json' with { type: 'json' };
import type { TapeAnswer, TapeOp } from '../../engine/go/stack/stack-tape.ts';
import type { Real } from '../../engine/machine.ts';

/** How large the last stack of oracle/probe/stacks was with Go 1.27, under one limit. */
export const recordedDeath = (limit: number): Real<TapeOp, TapeAnswer> => ({
  answers: async () => recording.rows.at(-1)!.deaths.filter((death) => death.limit === limit).map(({ size }) => ({ size })),
});
