import { expect, test } from 'vitest';
import { limitGoal } from './heap-goal.ts';

const mib = 2 ** 20;

/** By hand after `mgcpacer.go:memoryLimitHeapGoal`; what no workload beside the live runtime comes to. */
test.each([
  ['100 MiB less 10 beside the heap are 94,371,840 bytes: three of each hundred whole ones are left free', { memoryLimit: 100, mappedReady: 60, heapFree: 10, heapAlloc: 40 }, 94_371_840 - 3 * 943_718],
  ['of 12 MiB less 8 a hundredth is little, and one MiB is left free', { memoryLimit: 12, mappedReady: 9, heapFree: 0, heapAlloc: 1 }, 3 * mib],
  ['of one MiB there is none to leave free', { memoryLimit: 9, mappedReady: 9, heapFree: 0, heapAlloc: 1 }, mib],
  ['14 MiB over a limit of 16 nothing is left, and the goal is what is alive', { memoryLimit: 16, mappedReady: 30, heapFree: 0, heapAlloc: 0 }, 5000],
])('%s', (_, held, goal) => {
  const bytes = Object.fromEntries(Object.entries(held).map(([name, size]) => [name, size * mib])) as typeof held;
  expect(limitGoal({ ...bytes, heapMarked: 5000 })).toBe(goal);
});
