import { HeapMachine } from '../engine/go/heap/heap-machine.ts';
import { go127 } from '../engine/go/stack/newstack.ts';
import { random } from '../engine/random.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { asksSpans, ended, liveFrames, madeForGo, stacksBeside, type Grow, type LiveStacks } from './live-stacks.ts';
import { heapOp, heapProgram, warmUp, workloads, type Workload } from './workload.ts';

type Fields = Readonly<Record<string, number>>;

/** A workload with stacks that grow among its objects: one page allocator serves both. Not between a collection and its yields: the mark queues’ pages are still taken then. */
export function withStacks(workload: Workload, seed: number, ops: number): RuntimeOp[] {
  const chance = random(seed);
  return heapProgram(workload, seed, ops).flatMap((op): RuntimeOp[] => (op.do !== 'yield' && op.do !== 'collect' && chance.int(3) === 0 ? [op, { do: 'grow', depth: chance.int(300), frame: chance.int(liveFrames.length) }] : [op]));
}

const program = (seed: number, ops: number, kinds: readonly Workload[]): RuntimeOp[] => surrounded([...asksSpans, ...kinds.flatMap((kind) => withStacks(kind, seed, ops))]);

/** Every address of objects and stacks. `growing` may be wrong, to see that it is noticed. */
export function stackAddresses(asked: readonly RuntimeOp[], real: readonly RuntimeAnswer[], growing = go127): (Fields | undefined)[] {
  const machine = new HeapMachine({}, 0, heapStart(arenasIn(real)));
  const stacks = stacksBeside(machine, real, growing);
  const firstGrow = asked.findIndex((op) => op.do === 'grow');
  return asked.map((op, i) => {
    if (op.do === 'grow') return grown(machine, stacks, op, i === firstGrow);
    const addr = addressOf(machine, op, i < warmUp.length);
    if (op.do !== 'collect' || i < warmUp.length) return addr;
    stacks.markStarts();
    stacks.markEnds();
    return addr;
  });
}

function grown(machine: HeapMachine, stacks: LiveStacks, op: Grow, isFirst: boolean): Fields {
  for (const made of madeForGo(isFirst)) machine.apply(made);
  const answer = stacks.grow(op);
  machine.apply(ended);
  return answer;
}

function addressOf(machine: HeapMachine, op: RuntimeOp, warming: boolean): Fields | undefined {
  const ours = warming ? undefined : heapOp(op);
  const addr = ours && machine.apply(ours);
  return addr === undefined ? undefined : { addr };
}

/** Stacks that grow beside objects on the live runtime: the size and the place of each. */
export const goStacks: Differential = { program: (seed, ops) => program(seed, ops, [workloads['without collections']]), expected: stackAddresses };
/** The same with collections, which take back what nobody runs on: all three workloads one after another. */
export const goHeapStacks: Differential = { program: (seed, ops) => program(seed, ops, Object.values(workloads)), expected: stackAddresses };
