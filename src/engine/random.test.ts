import { expect, test } from 'vitest';
import { random } from './random.ts';

test('mulberry32 gives its published first numbers for seed 1', () => {
  const chance = random(1);
  expect([0, 0, 0].map(() => chance.int(2 ** 32))).toEqual([2693262067, 11749833, 2265367787]);
});

test('a saved state continues the same sequence', () => {
  const chance = random(42);
  chance.int(10);
  const saved = chance.save();
  const ahead = [chance.int(1000), chance.int(1000)];
  chance.load(saved);
  expect([chance.int(1000), chance.int(1000)]).toEqual(ahead);
});
