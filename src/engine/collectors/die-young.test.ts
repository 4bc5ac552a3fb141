import { expect, test } from 'vitest';
import { crossingOf, priceOf, pricesOf } from './die-young.ts';
import { memoryFor } from './headroom.ts';
import { MarkSweep } from './mark-sweep.ts';
import { alive } from './steady.ts';

const load = { live: 199, words: 8, fields: 3 };
const all = [100, 200, 400].map((gogc) => ({ gogc, prices: pricesOf(gogc) }));

test.each(all)('at GOGC=$gogc mark and sweep cost what the formula says, whoever dies', ({ gogc, prices }) => {
  const heap = 8 * memoryFor(alive(load), gogc);
  for (const { share, markSweep } of prices) expect(Math.abs(priceOf(new MarkSweep({ heap }), share) / markSweep - 1)).toBeLessThan(0.02);
});

test.each(all)('at GOGC=$gogc the more die young the less generations cost, down to next to nothing', ({ prices }) => {
  for (const [i, { generational }] of prices.slice(1).entries()) expect(generational).toBeLessThan(prices[i]!.generational);
  expect(prices.at(-1)!.generational).toBeLessThan(0.02);
});

test('the larger the heap, the more must die young before generations pay', () => {
  const crossings = all.map(({ prices }) => crossingOf(prices));
  expect(crossings).toEqual(crossings.toSorted((a, b) => a - b));
  expect(new Set(crossings).size).toBe(crossings.length);
});
