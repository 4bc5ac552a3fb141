import { HeapMachine, type SavedHeap } from '../engine/go/heap/heap-machine.ts';
import type { Differential } from './differentials.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapAtRest, heapStart, stopped, stoppedHeapAtRest } from './heap-start.ts';
import { heapOp, heapProgram, warmUp, workloads } from './workload.ts';

/** More arenas than a wasm runtime of 200 MB can have. */
const mostArenas = 400;
const askArenas = Array.from({ length: mostArenas }, (_, index): RuntimeOp => ({ do: 'arena', index }));

/** The arenas: the answers to those questions, which end the program; past the last arena the runtime refuses. */
export const arenasIn = (answers: readonly RuntimeAnswer[]): number[] => answers.slice(-mostArenas).flatMap((answer) => ('addr' in answer ? [answer.addr] : []));

/** A program between what brings the runtime to rest and what reads where its arenas are. */
export const surrounded = (program: readonly RuntimeOp[]): RuntimeOp[] => [...warmUp, ...program, ...askArenas];

/** The address that each allocation must have; `real` gives the inputs only: the arenas, and where `pacer` was asked the bytes of stacks. `Machine` may be a wrong one, to see that it is noticed. */
export function addresses(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine, start: SavedHeap = heapAtRest): (number | undefined)[] {
  const machine = new Machine({}, 0, heapStart(arenasIn(real), start));
  return program.map((op, i) => {
    const ours = i < warmUp.length ? undefined : heapOp(op, real[i]);
    return ours && machine.apply(ours);
  });
}

/** Of a paced program: the bytes in use, free, released and counted by the pacer, wherever it is asked. */
export function accounts(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine): number[][] {
  const machine = new Machine({}, 0, heapStart(arenasIn(real), stoppedHeapAtRest));
  return program.flatMap((op, i) => {
    const ours = i < warmUp.length ? undefined : heapOp(op, real[i]);
    if (ours) machine.apply(ours);
    const { ledger: { inUse, free, released }, pacer: { heapLive } } = machine.heap;
    return op.do === 'pacer' ? [[inUse, free, released, heapLive]] : [];
  });
}

const asAnswers = (addrs: readonly (number | undefined)[]): ({ addr: number } | undefined)[] => addrs.map((addr) => (addr === undefined ? undefined : { addr }));

/** Steps after which a program that never collects would fill the runtime's 200 MB. */
const mostWithoutCollections = 20_000;

/** The three workloads, one after another on one heap: every address. */
export const goHeap: Differential = {
  program: (seed, ops) => surrounded(Object.values(workloads).flatMap((workload) => heapProgram(workload, seed, workload.collects ? ops : Math.min(ops, mostWithoutCollections)))),
  expected: (program, real) => asAnswers(addresses(program, real)),
};

/** A workload that never collects by itself but has the pacer do it; after each operation that may start a collection the pacer is asked what it scanned. */
export const pacedProgram = (workload: (typeof workloads)[keyof typeof workloads], seed: number, ops: number): RuntimeOp[] => [
  { do: 'setGCPercent', percent: 100 },
  ...heapProgram(workload, seed, ops).filter(({ do: what }) => what !== 'collect').flatMap((op): RuntimeOp[] => (op.do === 'allocate' ? [op, { do: 'pacer' }] : [op])),
];

/** The same heap with collections that the pacer starts, each done in one stop. */
export const goHeapPaced: Differential = {
  env: stopped,
  program: (seed, ops) => surrounded(Object.values(workloads).flatMap((workload) => pacedProgram(workload, seed, ops))),
  expected: (program, real) => asAnswers(addresses(program, real, HeapMachine, stoppedHeapAtRest)),
};
