import maps from '../../../oracle/recordings/maps.json' with { type: 'json' };
import type { Real } from '../../engine/machine.ts';
import type { ObjectAnswer, ObjectOp } from '../../engine/memory/object-pages.ts';

const [, ...after] = maps.rows;

/** What Linux answered to oracle/c/maps.c: calls until the end or the first that failed, and the lines of its map. */
export const recordedMaps: Real<ObjectOp, ObjectAnswer> = {
  answers: async (program) => program.map((_, i) => ({ calls: after[i]!.calls, refused: after[i]!.error !== '', lines: after[i]!.mappings })),
};
