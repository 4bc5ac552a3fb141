import recording from '../../../oracle/recordings/emptied.json' with { type: 'json' };
import type { Real } from '../../engine/machine.ts';
import type { MapAnswer, MapOp } from '../../engine/go/swiss-map/emptied-map.ts';

/** The least that ten runs of oracle/probe/emptied had of the heap with so many entries: what more some had was not the map's. */
export const recordedOf = (entries: number): Real<MapOp, MapAnswer> => ({
  answers: async (program) => {
    const bytes = (elem: number, i: number): number => recording.rows.filter((row) => row.elem === elem && row.entries === entries)[i]!.least;
    return program.map((_, i) => ({ inSlots: bytes(128, i), apart: bytes(129, i) }));
  },
});
