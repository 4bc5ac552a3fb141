import { expect, test } from 'vitest';
import { factNamed, factNames } from './facts.ts';

test.each(factNames)('%s is a number', (name) => {
  expect(Number.isFinite(factNamed(name).value)).toBe(true);
  expect(factNamed(name).value).toBeGreaterThan(0);
});

test('an unknown fact is refused with the names of the known', () => {
  expect(() => factNamed('brk')).toThrow('first-brk');
});

test('glibc’s first break, its arenas and its threads’ stacks are as its source has them', () => {
  expect(factNamed('first-brk')).toEqual({ value: 132, unit: 'KiB' });
  expect(factNamed('glibc-arena')).toEqual({ value: 64, unit: 'MiB' });
  expect(factNamed('thread-stack')).toEqual({ value: 8, unit: 'MiB' });
});

test('the pieces of the first arena are 64 MiB', () => {
  const pieces = ['arena-skipped', 'arena-mapped', 'arena-rest'].map((name) => factNamed(name).value);
  expect(pieces.reduce((sum, piece) => sum + piece)).toBe(64 * 1024);
});

test('what is certain of the 2022 program’s long line leaves what four chunks, three blocks and the profiler’s table fill', () => {
  const rest = 40_648 - factNamed('known-of-seed').value;
  expect(rest - factNamed('profiler-buckets').value).toBe(4 * 256 + 3 * 64);
});
