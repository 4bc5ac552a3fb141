import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ServiceHeap } from './service-heap.ts';
import { ServiceMachine, type ServiceAnswer, type ServiceOp } from './service-machine.ts';
import type { Service, Settings } from './service.ts';

const mib = 2 ** 20;
const service: Service = { procs: 4, busy: 2, allocationRate: 100 * mib, scanShare: 0.5, scanRate: 1000 * mib, roots: mib, nonHeap: 16 * mib, outside: 16 * mib };
const settings: Settings = { gcPercent: 100, memoryLimit: Infinity, container: Infinity };
const seconds = (n: number): ServiceOp => ({ do: 'run', seconds: n, of: n });
const keep = (bytes: number): ServiceOp => ({ do: 'keep', bytes });

/** What the last of these operations answers. */
function after(ops: readonly ServiceOp[], set: Partial<Settings> = {}, of: Partial<Service> = {}): ServiceAnswer {
  const machine = new ServiceMachine({ ...service, ...of }, { ...settings, ...set });
  return ops.map((op) => machine.apply(op)).at(-1)!;
}

test('a steady heap peaks near twice what is alive, and its collector takes what marking takes', () => {
  const { cycles, gcShare, peak } = after([keep(200 * mib), seconds(5), seconds(100)]);
  // 200 MiB alive, a little allocated while marking, as much again and the roots: then all that once more for the rest of the process.
  expect(peak / mib).toBeGreaterThan(432);
  expect(peak / mib).toBeLessThan(445);
  // Each cycle allocates about 200 MiB: 100 s at 100 MiB/s make 50 of them; each marks 101 MiB on one of four Ps and the idle ones.
  expect(cycles).toBeGreaterThanOrEqual(47);
  expect(cycles).toBeLessThanOrEqual(52);
  expect(gcShare).toBeCloseTo((cycles * 0.101) / 2 / 400, 2);
});

test('a goal below what is alive collects without end, and the limiter gives the program half', () => {
  const { gcShare, allocatedShare, cycles } = after([keep(400 * mib), seconds(20), seconds(20)], { gcPercent: -1, memoryLimit: 300 * mib }, { busy: 4, allocationRate: 800 * mib });
  expect(cycles).toBeGreaterThan(50);
  expect(gcShare).toBeGreaterThan(0.4);
  expect(gcShare).toBeLessThan(0.55);
  expect(allocatedShare).toBeGreaterThan(0.4);
});

test('a limit with room holds memory below it', () => {
  const { peak } = after([keep(200 * mib), seconds(60)], { gcPercent: -1, memoryLimit: 400 * mib });
  expect(peak - service.outside).toBeLessThan(400 * mib);
  expect(peak - service.outside).toBeGreaterThan(370 * mib);
});

test('while marking, GOGC’s goal keeps its distance from where that began, and a limit’s does not', () => {
  const goalAt = (memoryLimit: number): number => {
    const heap = new ServiceHeap(service, { ...settings, memoryLimit });
    heap.keep(200 * mib);
    heap.pass(3, heap.pace());
    heap.startMarking();
    return heap.goal;
  };
  // 300 MiB live when marking begins, none marked before: GOGC's goal was its minimum, 4 MiB; a limit long overrun leaves what was marked, nothing.
  expect(goalAt(Infinity)).toBe(300 * mib + 64 * 2 ** 10);
  expect(goalAt(20 * mib)).toBe(0);
});

test('one burst makes 2X or 3X, by where in the cycle it falls', () => {
  const burst = (before: number) => after([keep(100 * mib), seconds(before), keep(200 * mib), { do: 'run', seconds: 1.2, of: 8 }, keep(100 * mib), seconds(5)]).peak;
  const peaks = Array.from({ length: 20 }, (_, i) => burst(3 + i / 10) / mib);
  expect(Math.min(...peaks)).toBeLessThan(320);
  expect(Math.max(...peaks)).toBeGreaterThan(420);
});

test('a container ends the run when RSS has passed its limit', () => {
  const machine = new ServiceMachine(service, { ...settings, container: 300 * mib });
  machine.apply(keep(200 * mib));
  expect([...machine.run(seconds(10))].at(-1)?.kind).toBe('killed');
  expect(machine.picture().now).toBeLessThan(4);
  expect(machine.apply(seconds(5))!.cycles).toBe(0);
});

test('a ballast costs no memory and spares collections', () => {
  const [without, ballast] = [after([keep(20 * mib), seconds(10)]), after([{ do: 'ballast', bytes: 400 * mib }, keep(20 * mib), seconds(10)])];
  expect(without.cycles / Math.max(1, ballast.cycles)).toBeGreaterThan(15);
});

const services = fc.record({
  procs: fc.integer({ min: 1, max: 64 }), allocationRate: fc.integer({ min: 1, max: 2000 }), live: fc.integer({ min: 1, max: 2000 }),
  gcPercent: fc.constantFrom(-1, 10, 50, 100, 200, 400), memoryLimit: fc.constantFrom(Infinity, 64 * mib, 512 * mib, 4096 * mib),
});

test('of any service, memory holds what the heap holds, and times add up', () => {
  fc.assert(fc.property(services, ({ procs, allocationRate, live, gcPercent, memoryLimit }) => {
    const machine = new ServiceMachine({ ...service, procs, busy: procs, allocationRate: allocationRate * mib }, { ...settings, gcPercent, memoryLimit });
    machine.apply(keep(live * mib));
    const { gcShare, assistShare, allocatedShare, peak } = machine.apply(seconds(3))!;
    const { samples } = machine.picture();
    for (const { heapLive, reachable, resident } of samples) {
      expect(resident).toBeGreaterThanOrEqual(heapLive);
      expect(reachable).toBeLessThanOrEqual(heapLive + 1);
    }
    expect(peak).toBeGreaterThanOrEqual(Math.max(...samples.map(({ resident }) => resident)) - 1);
    expect(assistShare).toBeLessThanOrEqual(gcShare + 1e-9);
    expect(gcShare + allocatedShare * (1 - gcShare)).toBeLessThanOrEqual(1 + 1e-9);
    expect(allocatedShare).toBeGreaterThan(0);
  }), { numRuns: 60 });
});

test('watched or not, saved or not, it comes to the same', () => {
  const ops = [keep(100 * mib), seconds(2), keep(50 * mib), seconds(2)];
  const [watched, unwatched] = [new ServiceMachine(service, settings), new ServiceMachine(service, settings)];
  for (const op of ops) {
    for (const event of watched.run(op)) expect(event.kind).toMatch(/marking|marked/);
    unwatched.apply(op);
    const restored = new ServiceMachine(service, settings);
    restored.load(unwatched.save());
    expect(restored.picture()).toEqual(unwatched.picture());
  }
  expect(watched.picture()).toEqual(unwatched.picture());
});
