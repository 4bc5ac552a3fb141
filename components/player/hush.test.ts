import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hush } from './hush.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('a step now and then is announced as it comes, once', () => {
  const hush = new Hush();
  for (let step = 0; step < 3; step++) {
    hush.sentence();
    expect(hush.politeness.value).toBe('polite');
    vi.advanceTimersByTime(900);
  }
  expect(hush.again.value).toBe(0);
});

test('a drag over fifty stops is silent until it rests, then announces once', () => {
  const hush = new Hush();
  hush.sentence();
  for (let stop = 0; stop < 50; stop++) {
    vi.advanceTimersByTime(20);
    hush.sentence();
    expect(hush.politeness.value).toBe('off');
  }
  vi.advanceTimersByTime(600);
  expect([hush.politeness.value, hush.again.value]).toEqual(['polite', 1]);
});
