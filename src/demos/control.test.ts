import fc from 'fast-check';
import { expect, test } from 'vitest';
import { address, choice, number, readValue, writeValue } from './control.ts';

const heap = address({ initial: 0xc000000000, min: 0, max: 2 ** 47 - 2 ** 22, align: 2 ** 22 });

test('an address may be written with or without 0x, and must be aligned and in bounds', () => {
  expect(readValue(heap, '0xC000000000')).toBe(0xc000000000);
  expect(readValue(heap, 'c000400000')).toBe(0xc000400000);
  expect(readValue(heap, 'c000000001')).toBeUndefined();
  expect(readValue(heap, '800000000000')).toBeUndefined();
});

test('what a control writes it reads back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 25 - 1 }), (chunk) => {
    expect(readValue(heap, writeValue(heap, chunk * 2 ** 22))).toBe(chunk * 2 ** 22);
  }));
});

test('no text makes a control give a value outside its bounds', () => {
  const count = number({ initial: 3, min: 1, max: 9, step: 1 });
  const policy = choice(['free', 'dontneed']);
  fc.assert(fc.property(fc.string(), (text) => {
    expect([undefined, 'free', 'dontneed']).toContain(readValue(policy, text));
    const value = readValue(count, text);
    expect(value === undefined || (Number(value) >= 1 && Number(value) <= 9)).toBe(true);
  }));
});
