import { expect, test } from 'vitest';
import { simulateCycle } from '../../engine/go/cycle/simulate.ts';
import { markWorkers } from '../../engine/go/service/mark-workers.ts';
import { eventsOf, type Doing, type TracedCycle } from '../../engine/go/traced-cycle.ts';
import { keeps, settled } from './controls.ts';
import { recorded } from './recorded.ts';

const { stretches, stops: [first, second], goal, heap, procs } = recorded;
const during = (...doing: readonly Doing[]) => stretches.filter(({ what }) => doing.includes(what));

test('on one P there is one goroutine at a time', () => {
  for (const p of Array.from({ length: procs }, (_, i) => i)) {
    const own = stretches.filter((each) => each.p === p).sort((a, b) => a.from - b.from);
    for (const [i, each] of own.slice(1).entries()) expect(each.from).toBeGreaterThanOrEqual(own[i]!.to);
  }
});

test('marking begins with as many dedicated workers as mgcpacer.go:startCycle allows for so many Ps', () => {
  // Near its end one may stand in gcMarkDone, no longer counted, while another takes its place.
  const half = (first[1] + second[0]) / 2;
  expect(during('dedicated').filter(({ from }) => from < half)).toHaveLength(markWorkers(procs).dedicated);
});

test('nobody marks before the barrier is on or after it is off, and the sweeper waits until then', () => {
  for (const { from, to } of during('dedicated', 'fractional', 'idle')) {
    expect(from).toBeGreaterThan(first[0]);
    expect(to).toBeLessThanOrEqual(second[1]);
  }
  expect(during('assist').every(({ to }) => to < second[0])).toBe(true);
  expect(during('bgsweep').every(({ from }) => from >= second[0])).toBe(true);
});

test('marking ends near the goal: beyond it by less than the tenth that mgcpacer.go:revise allows', () => {
  const end = heap.findLast(([at]) => at < second[0])![1];
  expect(end).toBeLessThan(1.1 * goal);
  expect(end).toBeGreaterThan(0.9 * goal);
});

test('the phases come in the order of mgc.go', () => {
  const kinds = eventsOf(recorded).map(({ kind }) => kind);
  const phases = ['trigger', 'barrier', 'ending', 'marked'] as const;
  expect(kinds.filter((kind): kind is (typeof phases)[number] => phases.some((phase) => phase === kind))).toEqual(phases);
  expect(kinds.indexOf('assist')).toBeGreaterThan(kinds.indexOf('barrier'));
  expect(kinds.indexOf('swept')).toBeGreaterThan(kinds.indexOf('marked'));
});

test('a simulated collection goes through the recorded one’s phases, in its order', () => {
  const simulated = simulateCycle({ procs: 4, goroutines: 3, allocates: 0.3, scans: 1, keeps }, 1, settled);
  const shared = new Set(eventsOf(simulated).map(({ kind }) => kind));
  const phases = (cycle: TracedCycle) => eventsOf(cycle).map(({ kind }) => kind).filter((kind) => ['trigger', 'barrier', 'dedicated', 'ending', 'marked'].includes(kind));
  expect(phases(simulated)).toEqual(phases(recorded));
  for (const { kind } of eventsOf(recorded)) if (kind !== 'swept') expect(shared.has(kind), kind).toBe(true);
  // Both come to their end within the tenth that revise allows, and by a quarter of the Ps.
  expect(simulated.heap.findLast(([at]) => at < simulated.stops[1][0])![1]).toBeLessThan(1.1 * simulated.goal);
});
