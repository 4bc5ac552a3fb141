import { wordBytes } from '../../engine/collectors/object-heap.ts';
import type { Steady } from '../../engine/collectors/steady.ts';
import type { Load } from './words.ts';

/** What lives: so many objects of so many words, some of them pointers; each new one replaces the oldest. */
export const loads: { readonly [Name in Load]: Steady } = {
  usual: { live: 199, words: 8, fields: 3 },
  pointers: { live: 399, words: 4, fields: 3 },
  data: { live: 399, words: 32, fields: 1 },
};

export const bytesOf = (load: Load): number => loads[load].words * wordBytes;
