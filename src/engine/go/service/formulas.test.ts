import { expect, test } from 'vitest';
import { assistWorkPerByte } from './assist-ratio.ts';
import { endCycle, noConsMark, runway } from './cons-mark.ts';
import { CPULimiter } from './cpu-limiter.ts';
import { markPace } from './mark-pace.ts';
import { backgroundProcs, markWorkers } from './mark-workers.ts';
import type { Service } from './service.ts';

const mib = 2 ** 20;
const service: Service = { procs: 4, busy: 4, allocationRate: 400 * mib, scanShare: 0.5, scanRate: 1000 * mib, roots: mib, nonHeap: 0, outside: 0 };

/** By hand from mgcpacer.go:startCycle: a quarter of all Ps, rounded to whole workers unless that is off by more than 0.3. */
test.each([[1, 0, 0.25], [2, 0, 0.25], [3, 0, 0.25], [4, 1, 0], [5, 1, 0], [6, 1, 0.5 / 6], [7, 2, 0], [8, 2, 0], [16, 4, 0]])(
  'of %i Ps, %i mark and no other thing, and of each other P a share of %d', (procs, dedicated, fractional) => {
    expect(markWorkers(procs).dedicated).toBe(dedicated);
    expect(markWorkers(procs).fractional).toBeCloseTo(fractional, 12);
  });

test('five Ps have one worker only, though a quarter of them were more', () => {
  expect(backgroundProcs(5)).toBe(1);
  expect(backgroundProcs(6)).toBeCloseTo(1.5, 12);
});

test('what is left to scan is spread over what may still be allocated', () => {
  const progress = { gcPercent: 100, goal: 200 * mib, triggered: 180 * mib, heapLive: 190 * mib, work: 20 * mib, expected: 50 * mib, most: 90 * mib };
  expect(assistWorkPerByte(progress)).toBe(3);
});

test('more work than expected moves the goal out in proportion, and no further than GOGC’s share', () => {
  const progress = { gcPercent: 100, goal: 200 * mib, triggered: 180 * mib, heapLive: 190 * mib, work: 60 * mib, expected: 50 * mib, most: 100 * mib };
  // The goal becomes 180 + 20/50·100 = 220 MiB: 40 MiB to scan within 30 MiB.
  expect(assistWorkPerByte(progress)).toBeCloseTo(40 / 30, 12);
  // With 10,000 MiB at most it would be 4,180 MiB, and GOGC=100 allows 400.
  expect(assistWorkPerByte({ ...progress, most: 10_000 * mib })).toBeCloseTo((10_000 - 60) / (400 - 190), 12);
});

test('past its goal the heap may grow by a tenth, against all there may be to scan', () => {
  expect(assistWorkPerByte({ gcPercent: 100, goal: 200 * mib, triggered: 180 * mib, heapLive: 210 * mib, work: 30 * mib, expected: 50 * mib, most: 90 * mib })).toBeCloseTo(60 / 10, 12);
});

test('the cons/mark ratio is that of one P each, and the fastest of five cycles counts', () => {
  // 15 MiB allocated by 3 of 4 Ps while 1 scanned 100 MiB: each allocating P made 5 MiB meanwhile.
  const cycle = { allocated: 15 * mib, scanned: 100 * mib, assisted: 0, idle: 0 };
  const once = endCycle(noConsMark, cycle);
  expect(once.ratio).toBeCloseTo(0.05, 12);
  expect(runway(once, 100 * mib)).toBe(15 * mib);
  let later = once;
  for (let i = 0; i < 4; i++) later = endCycle(later, { ...cycle, allocated: mib });
  expect(later.ratio).toBeCloseTo(0.05, 12);
  expect(endCycle(later, { ...cycle, allocated: mib }).ratio).toBeCloseTo(0.05 / 15, 12);
});

test('where assists took more than workers left, all the runway there is is taken', () => {
  const hard = endCycle(noConsMark, { allocated: mib, scanned: 10 * mib, assisted: 0.8, idle: 0 });
  expect(hard.ratio).toBeLessThan(0);
  expect(runway(hard, 10 * mib)).toBe(Infinity);
});

test('a cycle in which nothing was allocated says nothing', () => {
  expect(endCycle({ last: [1], ratio: 1 }, { allocated: 0, scanned: mib, assisted: 0, idle: 0 })).toEqual({ last: [1], ratio: 1 });
});

test('the limiter steps in when the collector is a second of all Ps ahead, and out as soon as it is not', () => {
  const limiter = new CPULimiter(4);
  limiter.accumulate(1, 4.9);
  expect(limiter.limiting).toBe(false);
  limiter.accumulate(1, 1.1);
  expect(limiter.limiting).toBe(true);
  limiter.accumulate(1, 1);
  expect(limiter.limiting).toBe(true);
  limiter.accumulate(1.1, 1);
  expect(limiter.limiting).toBe(false);
});

test('who owes more scanning than workers do scans himself, and allocates so much less', () => {
  // One P scans 1000 MiB/s in the background; 3 Ps allocate 300 MiB/s.
  expect(markPace(service, 1, 3, 0)).toMatchObject({ allocates: 300 * mib, assisting: 0 });
  const { allocates, scans, owes, assisting } = markPace(service, 1, 10, 0);
  expect(owes).toBeCloseTo(scans, 3);
  expect(assisting).toBeCloseTo(3 - allocates / (100 * mib), 9);
  expect(allocates / mib).toBeCloseTo(200, 9);
});
