/** Our heap beside the live runtime's where the pacer starts the collections and they mark beside the program. */
import { HeapMachine, type HeapOp } from '../engine/go/heap/heap-machine.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { heapOp, heapProgram, warmUp, workloads } from './workload.ts';

/** Asked after each operation in which a collection may begin or end. */
const asks: readonly RuntimeOp[] = [{ do: 'pacer' }, { do: 'accounts' }];

/** A workload that never collects by itself. */
function asked(workload: (typeof workloads)[keyof typeof workloads], seed: number, ops: number): RuntimeOp[] {
  return heapProgram(workload, seed, ops).flatMap((op): readonly RuntimeOp[] => {
    if (op.do === 'collect') return [];
    if (op.do === 'yield') return [{ do: 'scheduler' }, op, ...asks];
    return op.do === 'allocate' ? [op, ...asks] : [op];
  });
}

/** What the live runtime's scheduler and clock decided in one operation: inputs. */
interface Decided { readonly numGC: number; readonly roots: Extract<HeapOp, { do: 'roots' }>; readonly schedtick: number }

/** Read off the answers around an operation; undefined where nothing was asked. */
function decided(real: readonly RuntimeAnswer[], at: number): Decided | undefined {
  const [before, pacer, accounts] = [real[at - 1], real[at + 1], real[at + 2]];
  if (!pacer || !('numGC' in pacer && 'globalsScan' in pacer) || !accounts || !('runway' in accounts)) return undefined;
  const { numGC, stackScan, globalsScan } = pacer;
  return { numGC, roots: { do: 'roots', stackScan, globalsScan, runway: accounts.runway }, schedtick: before && 'schedtick' in before ? before.schedtick : 0 };
}

/** One operation as our machine takes it. In a yield in which a collection `ended` its worker had a turn first. */
function ourOp(op: RuntimeOp, schedtick: number, ended: boolean): HeapOp | undefined {
  if (op.do === 'pacer') return undefined;
  return op.do === 'yield' ? { do: 'yield', schedtick: schedtick + (ended ? 1 : 0) } : heapOp(op);
}

/** The fields that each answer must have: addresses, and wherever it is asked whether a collection marks, and what is in use and counted. `Machine` may be a wrong one, to see that it is noticed. */
export function concurrentAnswers(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine): ReturnType<Differential['expected']> {
  const machine = new Machine({ concurrent: true }, 0, heapStart(arenasIn(real)));
  let collections: number | undefined;
  return program.map((op, i) => {
    if (i < warmUp.length) return undefined;
    const { heap } = machine;
    if (op.do === 'pacer') return { phase: heap.marking ? 1 : 0, heapLive: heap.pacer.heapLive, inUse: heap.ledger.inUse };
    const inputs = op.do === 'allocate' || op.do === 'yield' || op.do === 'setGCPercent' ? decided(real, i) : undefined;
    const ended = inputs !== undefined && inputs.numGC !== (collections ?? inputs.numGC);
    if (inputs) collections = inputs.numGC;
    if (ended) for (const before of [inputs.roots, { do: 'marked' }] as const) machine.apply(before);
    const ours = ourOp(op, inputs?.schedtick ?? 0, ended);
    const addr = ours && machine.apply(ours);
    if (inputs) machine.apply(inputs.roots);
    return addr === undefined ? undefined : { addr };
  });
}

/** The three workloads one after another on one heap. When each collection had marked, and who had run before each yield, are inputs. */
export const goHeapConcurrent: Differential = {
  program: (seed, ops) => surrounded([
    { do: 'setGCPercent', percent: 100 }, ...asks,
    ...Object.values(workloads).flatMap((workload) => asked(workload, seed, ops)),
  ]),
  expected: concurrentAnswers,
};
