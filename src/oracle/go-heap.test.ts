import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HeapMachine, type HeapOp, type SavedHeap } from '../engine/go/heap/heap-machine.ts';
import type { MemStats } from '../engine/go/heap/mem-stats.ts';
import { differ } from './differentials.ts';
import { accounts, addresses, arenasIn, goHeapPaced, pacedProgram, surrounded } from './go-heap.ts';
import { GoRuntime, type RuntimeAnswer, type RuntimeOp } from './go-runtime.ts';
import { heapAtRest, heapStart, stopped, stoppedHeapAtRest } from './heap-start.ts';
import { takeSnapshot } from './snapshot.ts';
import { compared as extent, heapOp, heapProgram, warmUp, workloads, type Workload } from './workload.ts';

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
const seeds = Array.from({ length: extent.seeds }, (_, i) => i + 1);

test('the committed heap at rest is that of the committed wasm; if not, run node scripts/heap-start.ts', () => {
  expect(takeSnapshot(new GoRuntime(module))).toEqual(heapAtRest);
  expect(takeSnapshot(new GoRuntime(module, { env: stopped }), { paced: true })).toEqual(stoppedHeapAtRest);
});

const addressIn = (answer: RuntimeAnswer | undefined): number | undefined => (answer && 'addr' in answer ? answer.addr : undefined);

const inMemStats = ['heapAlloc', 'heapObjects', 'heapSys', 'heapInuse', 'heapIdle', 'heapReleased', 'stackInuse'] as const;

/** Where ours and the live runtime part, and how often MemStats was read. */
function memStatsBeside(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[]): { wrong: unknown[]; stats: number } {
  const machine = new HeapMachine({}, 0, heapStart(real.slice(-400).flatMap((answer) => ('addr' in answer ? [answer.addr] : []))));
  const wrong: unknown[] = [];
  let stats = 0;
  for (const [i, op] of program.slice(0, -400).entries()) {
    const ours = i < warmUp.length ? undefined : heapOp(op, real[i]);
    const addr = ours && machine.apply(ours);
    if (addr !== undefined && addr !== addressIn(real[i])) wrong.push([i, op, addr]);
    if (op.do !== 'memStats') continue;
    stats++;
    const [mine, theirs] = [machine.memStats(), real[i] as unknown as Record<string, number>];
    for (const name of inMemStats) if (mine[name] !== theirs[name]) wrong.push([i, name, mine[name], theirs[name]]);
  }
  return { wrong, stats };
}

/** How many addresses of one run agree, and of how many. */
function compared(workload: Workload, seed: number): { equal: number; total: number; first: number } {
  const program = surrounded(heapProgram(workload, seed, 3000));
  const real = new GoRuntime(module).ask(program);
  const ours = [...addresses(program, real).entries()].filter(([, addr]) => addr !== undefined);
  const wrong = ours.filter(([i, addr]) => addressIn(real[i]) !== addr);
  return { equal: ours.length - wrong.length, total: ours.length, first: wrong[0]?.[0] ?? -1 };
}

describe.each(Object.entries(workloads))('the workload %s', (_name, workload) => {
  test(`every address of seeds 1 to ${seeds.length} is the live runtime’s`, () => {
    const runs = seeds.map((seed) => ({ seed, ...compared(workload, seed) }));
    expect(runs.filter(({ equal, total }) => equal < total)).toEqual([]);
    expect(Math.min(...runs.map(({ total }) => total))).toBeGreaterThan(1800);
  });
});

test('every address is the live runtime’s when the pacer starts the collections', () => {
  for (const seed of [1, 2, 3]) {
    const program = goHeapPaced.program(seed, 3000);
    const real = new GoRuntime(module, { env: stopped }).ask(program);
    const collections = real.flatMap((answer, i) => (program[i]?.do === 'pacer' && 'numGC' in answer ? [answer.numGC] : []));
    expect(Math.max(...collections) - collections[0]!).toBeGreaterThan(8);
    const { equal, total, first } = differ(goHeapPaced, program, real);
    expect({ first, missing: total - equal }).toEqual({ first: undefined, missing: 0 });
  }
});

test('the accounts of the heap are the live runtime’s after every allocation: in use, free, released, and counted towards the next collection', () => {
  for (const seed of [1, 2, 3, 4]) {
    const program = surrounded(pacedProgram(workloads['without collections'], seed, 6000));
    const real = new GoRuntime(module, { env: stopped }).ask(program);
    expect(accounts(program, real)).toEqual(real.flatMap((answer, i) => (program[i]!.do === 'pacer' && 'inUse' in answer ? [[answer.inUse, answer.free, answer.released, answer.heapLive]] : [])));
  }
});

test('MemStats says of the heap what ours says, and every address after it is the live runtime’s', () => {
  for (const seed of [1, 2]) {
    const read = heapProgram(workloads['without collections'], seed, 2000).flatMap((op, i): RuntimeOp[] => (i % 50 === 49 ? [op, { do: 'memStats' }] : [op]));
    const program = surrounded(read);
    const real = new GoRuntime(module).ask(program);
    const { wrong, stats } = memStatsBeside(program, real);
    expect(wrong).toEqual([]);
    expect(stats).toBeGreaterThan(30);
  }
});

test.each(['small, collected', 'large, collected'] as const)('all that the runtime has from the system is what our heap has, the records of its spans, and the inputs, %s', (kind) => {
  const asked = heapProgram(workloads[kind], 5, 3000).flatMap((op, i): RuntimeOp[] => (i % 25 === 24 ? [op, { do: 'systems' }, { do: 'memStats' }] : [op]));
  const program = surrounded(asked);
  const real = new GoRuntime(module).ask(program);
  const machine = new HeapMachine({}, 0, heapStart(arenasIn(real)));
  const records = new Set<number>();
  for (const [i, op] of program.entries()) {
    const ours = i < warmUp.length ? undefined : heapOp(op, real[i]);
    if (ours) machine.apply(ours);
    if (op.do !== 'systems') continue;
    const theirs = real[i] as unknown as Record<keyof MemStats, number>;
    const { mcacheInuse, mcacheSys, buckHashSys, otherSys } = theirs;
    const gcMisc = theirs.gcSys - machine.heap.ledger.save().workbufs;
    const { heapIdle, heapReleased } = real[i + 1] as unknown as MemStats;
    const { heapAlloc: _alloc, heapObjects: _objects, nextGC: _goal, ...all } = machine.memStats({ osStacks: 0, mcacheInuse, mcacheSys, buckHashSys, gcMisc, otherSys });
    expect(all).toEqual({ ...theirs, heapInuse: theirs.heapSys - heapIdle, heapIdle, heapReleased });
    records.add(all.mspanInuse);
  }
  expect(records.size, 'the P has fetched records more than once').toBeGreaterThan(2);
});

test('when all is dropped, two collections leave the heap at rest that it began as, but for slots that must be cleared first', () => {
  const machine = new HeapMachine({}, 0, heapStart([]));
  const program = heapProgram(workloads['large, collected'], 4, 3000).flatMap((op) => heapOp(op) ?? []);
  const drops = program.flatMap((op): HeapOp[] => (op.do === 'allocate' ? [{ do: 'drop', slot: op.slot }] : []));
  for (const op of [...program, ...drops, { do: 'collect' }, { do: 'collect' }] as const) machine.apply(op);
  const clean = ({ heap }: SavedHeap): unknown => heap.spans.map(({ needzero: _dirty, allocBits, held, ...span }) => ({ ...span, allocBits: [...allocBits], held: [...held ?? []] }));
  expect(clean(machine.save())).toEqual(clean(heapAtRest));
  expect(machine.picture().held).toEqual([]);
});

describe('the workloads', () => {
  test('ask for objects of every kind, for garbage, for links, and, but for the first, for collections', () => {
    const [first, ...others] = Object.values(workloads).map((workload) => heapProgram(workload, 1, 3000));
    const count = (what: string): number => first!.filter((op) => op.do === what).length;
    expect([count('link') > 60, count('drop') > 400, count('collect')]).toEqual([true, true, 0]);
    for (const program of others) expect(program.filter((op) => op.do === 'collect').length).toBeGreaterThan(5);
    const sizes = others.at(-1)!.flatMap((op) => (op.do === 'allocate' ? [op.size] : []));
    expect([Math.min(...sizes) < 16, Math.max(...sizes) > 2 ** 19]).toEqual([true, true]);
  });

  test('yield twice after each collection, and every hundred steps', () => {
    const program = heapProgram(workloads['large, collected'], 3, 1000);
    const after = program.flatMap((op, i) => (op.do === 'collect' ? [program.slice(i + 1, i + 3).map((next) => next.do)] : []));
    expect(new Set(after.map(String))).toEqual(new Set(['yield,yield']));
    expect(program.filter((op) => op.do === 'yield').length).toBe(10 + 2 * after.length);
  });
});
