import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wayTo } from './follow.ts';

const room = { top: 64, bottom: 600 };

test('a mark in sight scrolls nothing', () => {
  expect(wayTo({ top: 64, bottom: 600 }, room)).toBe(0);
});

test('a mark under the console comes up by what is covered, one under the head comes down', () => {
  expect(wayTo({ top: 620, bottom: 650 }, room)).toBe(50);
  expect(wayTo({ top: 20, bottom: 40 }, room)).toBe(-44);
});

test('after scrolling, the mark is in sight, or at least its beginning', () => {
  fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 2000 }), (top, height) => {
    const way = wayTo({ top, bottom: top + height }, room);
    expect(top - way).toBeGreaterThanOrEqual(room.top);
    if (height <= room.bottom - room.top) expect(top + height - way).toBeLessThanOrEqual(room.bottom);
    else expect(top - way).toBe(room.top);
  }));
});
