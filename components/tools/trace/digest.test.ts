import { expect, test } from 'vitest';
import { readTrace } from '../../../src/engine/allocators/trace-text.ts';
import { randomTrace, repText } from '../../../src/engine/allocators/random-trace.ts';
import { digest } from './digest.ts';

test('a short trace is looked at after every call', () => {
  const reading = digest(readTrace('a 0 8\na 1 100\nf 0\n'), 400);
  expect(reading).toMatchObject({ format: 'rep', operations: 3, marks: [0, 1, 2, 3], live: [0, 8, 108, 100], peakLive: 108, peakAt: 2 });
});

test('a long one at some places, its peak among them', () => {
  const trace = randomTrace(3, 'growing', 50_000);
  const { marks, live, peakAt, peakLive, operations } = digest(readTrace(repText(trace)), 400);
  expect(marks.length).toBeLessThanOrEqual(402);
  expect([marks[0], marks.at(-1)]).toEqual([0, operations]);
  expect(live[marks.indexOf(peakAt)]).toBe(peakLive);
  expect(Math.max(...live)).toBe(peakLive);
});

test('what is odd is told with the line it stands in', () => {
  const { nothingHeld, forgotten } = digest(readTrace('1\n1\n1\n1\na 0 8\n\nf 3\na 0 9\nf 0\nf 0\nf -1\n'), 400);
  expect(nothingHeld).toEqual({ count: 2, line: 7 });
  expect(forgotten).toEqual({ count: 1, line: 8 });
});
