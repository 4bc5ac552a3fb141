import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spent } from '../traced-cycle.ts';
import { markWorkers } from '../service/mark-workers.ts';
import { gcOverAssistWork } from './assist-credit.ts';
import { nil, wbBufEntries } from './barrier-buffer.ts';
import { stackOf } from './goroutine.ts';
import { newRuntime, type Runtime } from './runtime.ts';
import { pageSize, type CycleSettings } from './settings.ts';
import { simulateCycle, step } from './simulate.ts';
import { collect } from './start.ts';

/** A MiB a second, in bytes a nanosecond. */
const mibPerSecond = 2 ** 20 / 1e9;
const settings: CycleSettings = { procs: 4, goroutines: 3, allocates: 300 * mibPerSecond, scans: 1000 * mibPerSecond, keeps: 2 * 2 ** 20 };
const some = fc.record({
  procs: fc.integer({ min: 1, max: 8 }), goroutines: fc.integer({ min: 1, max: 12 }), keeps: fc.constantFrom(2 ** 20, 2 * 2 ** 20),
  allocates: fc.integer({ min: 50, max: 2000 }).map((rate) => rate * mibPerSecond), scans: fc.integer({ min: 300, max: 2000 }).map((rate) => rate * mibPerSecond),
});

const rootsOf = (rt: Runtime): readonly number[] => [...rt.store.globals, ...rt.goroutines.flatMap(stackOf)];
const all = (rt: Runtime): readonly number[] => Array.from({ length: rt.heap.spans * 8 }, (_, slot) => slot).filter((slot) => rt.heap.holds(slot));
const lengths = (rt: Runtime): readonly number[] => rt.ps.map(({ buffer }) => buffer.length);

/** Goes on until `cycles` collections have marked; `look` is told after each step. */
function run(rt: Runtime, cycles: number, look: (rt: Runtime, before: Runtime['phase']) => void = () => undefined): Runtime {
  while (!(rt.cycles === cycles && rt.phase === 'off')) {
    const { phase } = rt;
    step(rt);
    look(rt, phase);
  }
  return rt;
}

/** What should have been marked and was not, over three collections. */
function lost(rt: Runtime): number {
  let [reachable, old, missing]: [ReadonlySet<number>, ReadonlySet<number>, number] = [new Set(), new Set(), 0];
  run(rt, 3, ({ phase, heap }, before) => {
    if (before === 'off' && phase === 'mark') [reachable, old] = [heap.reachable(rootsOf(rt)), new Set(all(rt))];
    if (before === 'mark' && phase === 'off') missing += all(rt).filter((slot) => (reachable.has(slot) || !old.has(slot)) && !heap.marked(slot)).length;
  });
  return missing;
}

test('whatever the program: all that could be reached when marking began, and all that was allocated since, is marked', () => {
  fc.assert(fc.property(some, fc.integer(), (chosen, seed) => { expect(lost(newRuntime(chosen, seed))).toBe(0); }), { numRuns: 25 });
});

test('without the notes of the barrier objects that live are lost', () => {
  const rt = newRuntime(settings, 1);
  for (const { buffer } of rt.ps) buffer.put2 = () => undefined;
  expect(lost(rt)).toBeGreaterThan(0);
});

test('whatever the program: a buffer never holds more than 512 pointers, all are empty when marking is done, and all is swept when the next begins', () => {
  fc.assert(fc.property(some, fc.integer(), (chosen, seed) => {
    let most = 0;
    run(newRuntime(chosen, seed), 3, (rt, before) => {
      most = Math.max(most, ...lengths(rt));
      if (before === 'mark' && rt.phase === 'off') expect(lengths(rt)).toEqual(rt.ps.map(() => 0));
      if (before === 'off' && rt.phase === 'mark') expect(rt.sweep.waiting).toBe(0);
      if (before === 'off' && rt.phase === 'mark') expect(rt.sweep.sweepgen).toBe(2 * (rt.cycles - 1));
    });
    expect(most).toBeLessThanOrEqual(wbBufEntries);
    expect(most).toBeGreaterThan(0);
  }), { numRuns: 15 });
});

test('whatever the program: what can be reached is never swept away', () => {
  fc.assert(fc.property(some, fc.integer(), (chosen, seed) => {
    const rt = run(newRuntime(chosen, seed), 3);
    while (rt.sweep.one());
    for (const slot of rt.heap.reachable(rootsOf(rt))) expect(rt.heap.holds(slot)).toBe(true);
  }), { numRuns: 15 });
});

test('whatever the program: when marking is done the heap is no larger than assists promise', () => {
  fc.assert(fc.property(some, fc.integer(), (chosen, seed) => {
    let [dearest, peak, goal] = [0, 0, 0];
    run(newRuntime(chosen, seed), 5, (rt, before) => {
      if (before === 'off' && rt.phase === 'mark') dearest = 0;
      if (rt.phase !== 'mark') return;
      [peak, goal, dearest] = [rt.pacer.heapLive, rt.pacer.goal, Math.max(dearest, rt.pacer.bytesPerWork)];
    });
    // mgcpacer.go:revise: a tenth above the goal. Each goroutine may have 64 KiB of scanning to its credit, each P a span that counts as full.
    expect(peak).toBeLessThanOrEqual(1.1 * goal + chosen.goroutines * gcOverAssistWork * dearest + chosen.procs * pageSize);
  }), { numRuns: 15 });
});

test('nobody assists where nothing is allocated', () => {
  fc.assert(fc.property(some, fc.integer(), (chosen, seed) => {
    const rt = run(newRuntime(chosen, seed), 2);
    while (rt.sweep.waiting > 0 || rt.collecting) step(rt);
    rt.allocates = 0;
    let assists = 0;
    while (!rt.collecting) { collect(rt); if (!rt.collecting) step(rt); }
    run(rt, 3, ({ ps }) => { assists += ps.filter(({ what }) => what === 'assist').length; });
    expect(assists).toBe(0);
    expect(rt.pacer.assistTime).toBe(0);
  }), { numRuns: 10 });
});

// mgcpacer.go:startCycle, computed by hand: a quarter of the Ps, rounded; where that is off by more than 0.3, the rest in shares of each P.
const table = [[1, 0, 0.25], [2, 0, 0.25], [3, 0, 0.25], [4, 1, 0], [5, 1, 0], [6, 1, 0.5 / 6], [7, 2, 0], [8, 2, 0]] as const;

test.each(table)('of %i Ps %i are for a dedicated worker, and each gives a share of %f besides', (procs, dedicated, fractional) => {
  expect(markWorkers(procs)).toEqual({ dedicated, fractional });
  const cycle = simulateCycle({ ...settings, procs, goroutines: procs, keeps: 8 * 2 ** 20 }, 1, 3);
  const marking = cycle.stops[1][0] - cycle.stops[0][1];
  const at = cycle.stops[0][1] + marking / 10;
  expect(cycle.stretches.filter(({ what, from, to }) => what === 'dedicated' && from <= at && to > at)).toHaveLength(dedicated);
  expect(cycle.stretches.some(({ what }) => what === 'fractional')).toBe(fractional > 0);
  const share = spent(cycle, 'dedicated', 'fractional') / (marking * procs);
  // A dedicated one is away when there is nothing to take for a while. A fractional one leaves at 1.2 of its share, and looks every 100,000 bytes: 0.1 ms here.
  expect(share).toBeGreaterThan(0.85 * (dedicated / procs));
  expect(share).toBeLessThanOrEqual((dedicated / procs) + (fractional > 0 ? 1.2 * fractional + 2e5 / marking : 0.01));
  expect(share).toBeGreaterThan(0.15);
});

test('the first collection of a program has a goal of 4 MiB and begins at 3,997,696 bytes', () => {
  const { goal, noted = [] } = simulateCycle(settings, 1, 1);
  const trigger = noted.find((event) => event.kind === 'trigger');
  expect(trigger).toMatchObject({ goal: 4 * 2 ** 20 });
  expect(trigger?.heap).toBeGreaterThanOrEqual(3_997_696);
  // Counted by spans, when a P takes one.
  expect(trigger?.heap).toBeLessThan(3_997_696 + pageSize);
  expect(goal).toBe(4 * 2 ** 20);
});

test('an assist that finds no credit scans 64 KiB', () => {
  const { noted = [], stretches, stops: [, second] } = simulateCycle({ ...settings, procs: 8, goroutines: 8, allocates: 2000 * mibPerSecond, keeps: 8 * 2 ** 20 }, 1, 3);
  const roots = noted.find(({ kind }) => kind === 'roots')!.at;
  const took = stretches.filter(({ what, from, to }) => what === 'assist' && from > roots && to < second[0]).map(({ from, to }) => to - from);
  // A flush of the barrier's buffer may fall into it, and the last object may end beyond.
  expect(Math.max(...took)).toBeGreaterThanOrEqual(Math.floor(gcOverAssistWork / settings.scans));
  expect(Math.max(...took)).toBeLessThan((gcOverAssistWork + 4096) / settings.scans);
});

test('a store after everybody has handed in brings marking back (golang/go#27993)', () => {
  const rt = run(newRuntime(settings, 1), 1);
  let injected = nil;
  run(rt, 2, ({ phase, heap, ps }) => {
    if (injected !== nil || phase !== 'mark' || !rt.ending || !ps.some(({ what }) => what === 'stop')) return;
    injected = all(rt).find((slot) => !heap.marked(slot)) ?? nil;
    ps[0]!.buffer.put2(nil, injected);
  });
  expect(injected).not.toBe(nil);
  expect(rt.heap.marked(injected)).toBe(true);
  expect(rt.recorder.stops).toHaveLength(3);
});

test('a program and a seed make one run', () => {
  expect(simulateCycle(settings, 7, 2)).toEqual(simulateCycle(settings, 7, 2));
  expect(simulateCycle(settings, 7, 2)).not.toEqual(simulateCycle(settings, 8, 2));
});
