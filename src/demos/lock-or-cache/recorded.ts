import recording from '../../../oracle/recordings/malloc/lock-or-cache.json' with { type: 'json' };
import type { BlocksAnswer, ThreadOp } from '../../engine/allocators/tcmalloc/threads.ts';
import type { Real } from '../../engine/machine.ts';
import type { Presets } from './words.ts';

/** Which blocks the real tcmalloc gave the threads of an example, turn by turn. */
export const recordedThreads = (preset: Presets): Real<ThreadOp, BlocksAnswer> => ({
  answers: async (program) => {
    const turns = recording.rows.find((row) => row.program === preset)!.turns.values();
    return program.map((op) => (op.do === 'free' ? { blocks: [] } : { blocks: blocksOf(op.thread, turns.next().value!) }));
  },
});

/** A turn as recorded: `THREAD: OFFSET…`. */
function blocksOf(thread: number, turn: string): readonly number[] {
  const [who, offsets] = turn.split(': ');
  if (Number(who) !== thread) throw new Error(`Another program was recorded: the turn is thread ${who}'s, not thread ${thread}'s.`);
  return offsets!.split(' ').map((offset) => Number.parseInt(offset, 16));
}
