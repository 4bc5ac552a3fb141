import recording from '../../../oracle/recordings/malloc/ptmalloc.json' with { type: 'json' };
import type { InsideAnswer } from '../../engine/allocators/ptmalloc/inside.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { Real } from '../../engine/machine.ts';
import { answersTo } from '../../oracle/heap-program.ts';
import type { Presets } from './programs.ts';

/** What glibc 2.36 answered to a preset, and where the break stood after each call. */
export const recordedGlibc = (preset: Presets): Real<NamedOp, InsideAnswer> => ({
  answers: async (program) => answersTo(program, recording.rows.find((row) => row.program === preset)!).map(({ answer, heap }) => ({ addr: answer, heap })),
});
