import { expect, test } from 'vitest';
import { ServiceHeap } from './service-heap.ts';
import { firstTurns, nextTurn, turnEnds, type Turn } from './time-slice.ts';

const mib = 2 ** 20;
/** It scans 100,000 bytes in a tenth of a millisecond. */
const two = { procs: 2, scanRate: 1e9 };
const program = (from: number, worked = 0): Turn => ({ from, working: false, worked });

/** By hand from proc.go:retake: sysmon comes at 10, 20, 30 ms; it takes what it has seen before. */
test.each([[0.003, 0.02], [0.0099, 0.02], [0.01, 0.03], [0.02, 0.04], [0.0251, 0.04]])('what began to run at %d s is taken away at %d s', (from, at) => {
  expect(turnEnds(program(from), 0, two)).toBeCloseTo(at, 9);
});

test('a worker that comes after ten milliseconds leaves when it has had 30 % of the time since marking began', () => {
  // Of 10 + 4.3 ms, 4.3 ms; it asks each tenth of a millisecond.
  const end = turnEnds({ from: 0.03, working: true, worked: 0 }, 0.02, two);
  expect(end).toBeCloseTo(0.03 + 0.0043, 9);
  const after = nextTurn({ from: 0.03, working: true, worked: 0 }, 0.02, end, 2);
  expect(after).toEqual({ from: end, working: false, worked: expect.closeTo(0.0043, 9) });
});

test('where workers have had their quarter, the program goes on', () => {
  expect(nextTurn(program(0.02, 0.0024), 0.02, 0.03, 2).working).toBe(true);
  expect(nextTurn(program(0.02, 0.0026), 0.02, 0.03, 2).working).toBe(false);
});

test('of two Ps one begins to mark and runs on in its slice, the other tries a worker, which leaves at its first question', () => {
  const [own, other] = firstTurns(0.137, 0.1, 2);
  // Stopped at 100 ms, taken away at 120, and each 20 ms from then on.
  expect(own).toEqual({ from: expect.closeTo(0.12, 9), working: false, worked: 0 });
  expect(turnEnds(own!, 0.137, two)).toBeCloseTo(0.14, 9);
  expect(other).toEqual({ from: 0.137, working: true, worked: 0 });
  expect(turnEnds(other!, 0.137, two)).toBeCloseTo(0.1371, 9);
});

test('where there are dedicated workers for all that is due, nobody waits for a turn; of six Ps five have a share to give', () => {
  expect(firstTurns(1, 0, 4)).toEqual([]);
  expect(firstTurns(1, 0, 6)).toHaveLength(5);
});

/** 100 MiB to scan at 1000 MiB/s, and a program on all Ps that allocates nearly nothing. */
function seconds(procs: number): number {
  const heap = new ServiceHeap({ procs, busy: procs, allocationRate: 1, scanShare: 1, scanRate: 1000 * mib, roots: 0, nonHeap: 0, outside: 0 }, { gcPercent: 100, memoryLimit: Infinity, container: Infinity });
  Object.assign(heap.state, { now: 0.0075, lastStop: 0.0075, reachable: 100 * mib, heapLive: 100 * mib, heapMarked: 100 * mib, wanted: 100 * mib });
  heap.startMarking();
  for (let until = Infinity; ;) {
    const pace = heap.pace();
    until = heap.until(pace);
    const passed = Math.min(until, heap.steady);
    heap.pass(passed, pace);
    if (passed === until) return heap.finishMarking();
  }
}

test('on four Ps one marks alone for a tenth of a second; on two, half a P comes to nearly the same in turns', () => {
  expect(seconds(4)).toBeCloseTo(0.1, 6);
  // Both had 30 % of their time at most, and a slice is two looks long at most: 0.1 s of marking is there after 0.1 / (2 · 0.3) s, and no later than a slice after 0.1 / (2 · 0.25) s.
  expect(seconds(2)).toBeGreaterThan(0.1 / 0.6);
  expect(seconds(2)).toBeLessThan(0.2 + 0.02);
});
