import type { Board, Foresight } from '../../engine/collectors/tricolor/board.ts';
import { plain, type Rules } from '../../engine/collectors/tricolor/rules.ts';

export const levels = ['none', 'dijkstra', 'rescan', 'yuasa', 'hybrid'] as const;
export type Level = (typeof levels)[number];

/** Five objects: the global G, a chain A, B, C behind it, and D, which nothing leads to. G is scanned, A is next. */
const chain = { fields: [[1, -1], [2], [3], [], []], registers: [1, -1], grey: [1], black: [0] } as const;

/** The same, with D in a register and nowhere else, and a stack that is still to be scanned. */
const held = { ...chain, fields: [[1, -1], [2], [], [], []], registers: [1, 4], stackScanned: false } as const;

export const names = ['G', 'A', 'B', 'C', 'D'] as const;
/** The names of each object's fields. */
export const fieldNames: readonly (readonly string[])[] = [['left', 'right'], ['next'], ['next'], [], []];

/** The stack was scanned before the game begins, but where the level is about scanning it later. */
export const boards: { readonly [L in Level]: Board } = {
  none: { ...chain, stackScanned: true },
  dijkstra: { ...chain, stackScanned: true },
  rescan: { ...chain, stackScanned: true },
  yuasa: held,
  hybrid: held,
};

export const rules: { readonly [L in Level]: Rules } = {
  none: { ...plain, whole: true },
  dijkstra: { ...plain, whole: true, barrier: 'insertion' },
  rescan: { ...plain, whole: true, barrier: 'insertion', rescan: true },
  yuasa: { ...plain, whole: true, barrier: 'deletion' },
  hybrid: { ...plain, whole: true, barrier: 'hybrid' },
};

/** States that the explorer has tried on the levels where nothing can be lost; `boards.test.ts` tries them again. */
export const proved: { readonly [L in Level]?: number } = { rescan: 47_799, hybrid: 20_096 };

/** States it tries while the reader plays, on the others. */
const tried = 6000;

export const foresightOn = (level: Level): Foresight => {
  const states = proved[level];
  return states === undefined ? { tries: tried } : { proved: states };
};
