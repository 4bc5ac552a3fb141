import { expect, test } from 'vitest';
import { growslice } from './append.ts';
import { requestOf, roundupsize, slotSize } from './request.ts';
import { classOf, sizeClasses } from './size-classes.ts';
import { nelems } from './span-layout.ts';

test('Go has 67 size classes, from 8 bytes to 32 KiB', () => {
  expect(sizeClasses).toHaveLength(68);
  expect(sizeClasses.slice(1, 9).map(({ size }) => size)).toEqual([8, 16, 24, 32, 48, 64, 80, 96]);
  expect(sizeClasses.at(-1)).toEqual({ size: 32768, npages: 4 });
  expect(sizeClasses[65]).toEqual({ size: 27264, npages: 10 });
});

test('a request takes the smallest class that holds it', () => {
  for (let size = 1; size <= 32768; size++) {
    const chosen = classOf(size);
    expect(sizeClasses[chosen]!.size >= size && sizeClasses[chosen - 1]!.size < size, `${size}`).toBe(true);
  }
});

test('24 bytes: 336 to a page without pointers, 330 with, since Go 1.26', () => {
  expect([nelems(3, true), nelems(3, false)]).toEqual([336, 330]);
  expect(nelems(32, false)).toBe(8);
});

test('1,024 bytes with pointers carry a header and take 1,152; 32,761 bytes are large already', () => {
  expect(slotSize(requestOf(1024, true))).toBe(1152);
  expect(slotSize(requestOf(1024, false))).toBe(1024);
  expect(requestOf(32761, false)).toEqual({ kind: 'large', npages: 4 });
  expect(requestOf(15, false).kind).toBe('tiny');
});

test('usable sizes are those measured: 1,144 of 1,152, 568 of 576', () => {
  expect([roundupsize(1024, false), roundupsize(513, false), roundupsize(513, true), roundupsize(32761, true), roundupsize(505, false)]).toEqual([1144, 568, 576, 32768, 512]);
});

test('a slice of pointers grows 64, 143, 287, 607, 1023, 1535', () => {
  const capacities = [64];
  for (let i = 0; i < 5; i++) capacities.push(growslice(capacities.at(-1)! + 1, capacities.at(-1)!, 8, true));
  expect(capacities).toEqual([64, 143, 287, 607, 1023, 1535]);
});
