import { HeapMachine } from '../engine/go/heap/heap-machine.ts';
import type { Differential } from './differentials.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { heapOp, heapProgram, warmUp, workloads } from './workload.ts';

/** More arenas than a wasm runtime of 200 MB can have. */
const mostArenas = 400;
const askArenas = Array.from({ length: mostArenas }, (_, index): RuntimeOp => ({ do: 'arena', index }));

/** The arenas among the answers to those questions; past the last the runtime refuses. */
const arenasIn = (answers: readonly RuntimeAnswer[]): number[] => answers.flatMap((answer) => ('addr' in answer ? [answer.addr] : []));

/** A program between what brings the runtime to rest and what reads where its arenas are. */
export const surrounded = (program: readonly RuntimeOp[]): RuntimeOp[] => [...warmUp, ...program, ...askArenas];

/** The address that each allocation must have; `real` gives the arenas only. `Machine` may be a wrong one, to see that it is noticed. */
export function addresses(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine): (number | undefined)[] {
  const machine = new Machine({}, 0, heapStart(arenasIn(real.slice(-mostArenas))));
  return program.map((op, i) => {
    const ours = i < warmUp.length ? undefined : heapOp(op);
    return ours && machine.apply(ours);
  });
}

/** Steps after which a program that never collects would fill the runtime's 200 MB. */
const mostWithoutCollections = 20_000;

/** The three workloads, one after another on one heap: every address. */
export const goHeap: Differential = {
  program: (seed, ops) => surrounded(Object.values(workloads).flatMap((workload) => heapProgram(workload, seed, workload.collects ? ops : Math.min(ops, mostWithoutCollections)))),
  expected: (program, real) => addresses(program, real).map((addr) => (addr === undefined ? undefined : { addr })),
};
