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

test('the kernel refuses the munmap that would leave more mappings than vm.max_map_count and one', () => {
  expect(factNamed('maps-most').value).toBe(65_530 + 1);
  expect(factNamed('maps-refused').value + factNamed('maps-lines').value).toBe(65_533);
});

test('25 bytes are a chunk of 48 in glibc, and half a class wasted elsewhere', () => {
  expect(factNamed('usable-25-glibc').value).toBe(48 - 8);
  expect(factNamed('usable-25-jemalloc').value).toBe(32);
});

test('one arena keeps what one thread had, one for each thread keeps what each had, and a trim finds it free', () => {
  const alive = factNamed('turns-alive').value;
  expect(factNamed('turns-glibc-one').value / alive).toBeLessThan(1.5);
  expect(factNamed('turns-glibc').value / alive).toBeGreaterThan(15);
  expect(factNamed('turns-glibc-trim').value).toBeLessThan(alive);
});

test('one byte written costs a page of 4 KiB, and where huge pages are for everybody one of 2 MiB', () => {
  expect(factNamed('small-page')).toMatchObject({ value: 4, unit: 'KiB' });
  expect(factNamed('always-page')).toMatchObject({ value: 2048, unit: 'KiB' });
});
