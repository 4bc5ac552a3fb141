/**
 * `npm run bench -- go-heap`: our Go heap beside the real runtime on WebAssembly, in processor time.
 *
 * The same loop for both: objects of 8 to 507 bytes, every other with pointers, into slots in turn. Then the same with a hundred
 * times as many live objects, and what programs of 100,000 and a million operations cost to run, to keep, and to seek in.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HeapMachine, type HeapOp } from '../../src/engine/go/heap/heap-machine.ts';
import { random } from '../../src/engine/random.ts';
import { Timeline } from '../../src/engine/timeline.ts';
import { GoRuntime, type RuntimeOp } from '../../src/oracle/go-runtime.ts';
import { median } from '../measure/stats.ts';
import { table } from '../table.ts';

const rounds = 7;
const perRound = 200_000;

/** Milliseconds of processor time this process has had. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Operations a second, the median of rounds; `between` is not counted. */
function rate(ops: number, act: () => void, between: () => void): number {
  act(); // lets the compiler see it first
  return median(Array.from({ length: rounds }, () => {
    between();
    const began = processorTime();
    act();
    return (ops * 1000) / (processorTime() - began);
  }))!;
}

type Allocation = Extract<HeapOp, { do: 'allocate' }>;

function allocations(count: number, slots: number): readonly Allocation[] {
  const chance = random(1);
  return Array.from({ length: count }, (_, i) => ({ do: 'allocate', slot: i % slots, size: 8 + chance.int(500), pointers: chance.int(2) === 1 }));
}

function ours(live: number): number {
  const machine = new HeapMachine();
  for (const op of allocations(live, live)) machine.apply(op);
  const program = allocations(perRound, live);
  return rate(perRound, () => { for (const op of program) machine.apply(op); }, () => { machine.apply({ do: 'collect' }); });
}

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));

/** The real runtime with each operation asked and each address read. */
function asked(live: number): number {
  const runtime = new GoRuntime(module);
  runtime.ask([{ do: 'setGCPercent', percent: -1 }]);
  const program = allocations(50_000, live).map((op): RuntimeOp => ({ ...op, pointers: op.pointers ? 1 : 0 }));
  return rate(program.length, () => { runtime.ask(program); }, () => { runtime.ask([{ do: 'collect' }]); });
}

/** The real runtime in a loop of its own, without pointers, all of them garbage. */
function garbage(): number {
  const runtime = new GoRuntime(module);
  runtime.ask([{ do: 'setGCPercent', percent: -1 }]);
  return rate(perRound, () => { runtime.one({ do: 'garbage', count: perRound, size: 256, pointers: 0 }); }, () => { runtime.ask([{ do: 'collect' }]); });
}

interface Sought { readonly run: number; readonly kept: number; readonly middle: number; readonly slowest: number }

/** Milliseconds in which a program runs, the megabytes its checkpoints take, and milliseconds of the middle and the slowest of a hundred seeks in it. */
function seeks(operations: number): Sought {
  const chance = random(2);
  const program = Array.from({ length: operations }, (_, i): HeapOp => {
    if (i % 1000 === 999) return { do: 'collect' };
    return i % 3 === 2 ? { do: 'drop', slot: chance.int(1000) } : { do: 'allocate', slot: chance.int(1000), size: 8 + chance.int(500), pointers: chance.int(2) === 1 };
  });
  const [timeline, before, began] = [new Timeline(new HeapMachine(), program), memory(), processorTime()];
  timeline.finish();
  const [run, kept] = [processorTime() - began, memory() - before];
  const times = Array.from({ length: 100 }, () => {
    const sought = processorTime();
    timeline.seek({ op: chance.int(operations), moment: 0 });
    return processorTime() - sought;
  });
  return { run, kept, middle: median(times)!, slowest: Math.max(...times) };
}

/** Megabytes in use when all garbage is collected. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const millions = (perSecond: number): string => (perSecond / 1e6).toPrecision(3);
/** Prints how fast our heap allocates beside the real one, and how fast a long run can be sought in. */
export function benchGoHeap(): void {
  console.log(table(['M a second', '1,000 live', '100,000 live'], [
    ['our heap', millions(ours(1000)), millions(ours(100_000))],
    ['the real one, every address read', millions(asked(1000)), ''],
    ['the real one, garbage of 256 bytes', millions(garbage()), ''],
  ]));
  console.log(table(['operations', 'run, ms', 'kept, MB', 'a seek, ms', 'the slowest of 100, ms'], [100_000, 1_000_000].map((operations) => {
    const { run, kept, middle, slowest } = seeks(operations);
    return [String(operations), run.toFixed(0), kept.toFixed(0), middle.toFixed(1), slowest.toFixed(1)];
  })));
}
