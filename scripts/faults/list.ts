import type { Fault } from './fault.ts';
import { player } from './player.ts';
import { rest } from './rest.ts';
import { views } from './views.ts';

/** Fifty mistakes that the tests must see. */
export const faults: readonly Fault[] = [...views, ...player, ...rest];

/** So many of them at least. */
export const mustBeSeen = 48;
