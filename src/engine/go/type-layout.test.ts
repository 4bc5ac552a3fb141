import { expect, test } from 'vitest';
import { array, named, pointer, slice, struct } from './type-layout.ts';

test('fields lie at multiples of their alignment, and the whole is padded', () => {
  expect(struct([named.bool!, named.int64!, named.bool!])).toEqual({ size: 24, align: 8, pointers: false });
  expect(struct([named.int64!, named.bool!, named.bool!])).toEqual({ size: 16, align: 8, pointers: false });
  expect(struct([array(3, named.byte!)])).toEqual({ size: 3, align: 1, pointers: false });
  expect(struct([])).toEqual({ size: 0, align: 1, pointers: false });
});

test('one pointer anywhere makes the whole hold pointers', () => {
  expect(struct([named.int64!, pointer])).toEqual({ size: 16, align: 8, pointers: true });
  expect(array(4, slice)).toEqual({ size: 96, align: 8, pointers: true });
  expect(array(0, pointer).pointers).toBe(false);
});

test('an empty last field takes a byte of its own, rounded up', () => {
  expect(struct([named.int64!, struct([])]).size).toBe(16);
});
