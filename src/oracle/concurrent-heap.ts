/** Our heap beside the live runtime's where the pacer starts the collections and they mark beside the program. */
import { HeapMachine, type HeapOp } from '../engine/go/heap/heap-machine.ts';
import type { MHeap } from '../engine/go/heap/mheap.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { sharedSpans } from './shared-spans.ts';
import { heapOp, heapProgram, sparse, warmUp, workloads } from './workload.ts';

/** Asked after each operation in which a collection may begin or end. */
const asks: readonly RuntimeOp[] = [{ do: 'pacer' }, { do: 'accounts' }];

/** A program that never collects by itself, with what is asked around its operations. */
const asked = (program: readonly RuntimeOp[]): RuntimeOp[] => program.flatMap((op): readonly RuntimeOp[] => {
  if (op.do === 'collect') return [];
  if (op.do === 'yield') return [{ do: 'scheduler' }, op, ...asks];
  return op.do === 'allocate' ? [op, ...asks] : [op];
});

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

/** After a yield nothing is said of what is idle: whether a worker or the scavenger had its turn in it, and took or gave pages, time decides. */
function accountsOf({ marking, pacer, ledger }: MHeap, before: RuntimeOp): Readonly<Record<string, number>> {
  const counted = { phase: marking ? 1 : 0, heapLive: pacer.heapLive, inUse: ledger.inUse };
  return before.do === 'yield' ? counted : { ...counted, idle: ledger.free + ledger.released };
}

/** The fields that each answer must have: addresses, and wherever it is asked whether a collection marks, and what is in use, idle and counted. `Machine` may be a wrong one, to see that it is noticed. */
export function concurrentAnswers(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine): ReturnType<Differential['expected']> {
  const machine = new Machine({ concurrent: true }, 0, heapStart(arenasIn(real)));
  let collections: number | undefined;
  return program.map((op, i) => {
    if (i < warmUp.length) return undefined;
    const { heap } = machine;
    if (op.do === 'pacer') return accountsOf(heap, program[i - 1]!);
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

/** How much of what is idle the scavenger has given back by now is a matter of time too: both together are compared. */
const withIdle: Differential['normal'] = (_program, real) => real.map((answer) => ({ ...answer, ...('released' in answer && { idle: answer.free + answer.released }) }) as Readonly<Record<string, number>>);

/** A program on one heap, GOGC being `percent`. When each collection had marked, and who had run before each yield, are inputs. */
const concurrently = (percent: number, program: (seed: number, ops: number) => readonly RuntimeOp[]): Differential => ({
  program: (seed, ops) => surrounded([{ do: 'setGCPercent', percent }, ...asks, ...asked(program(seed, ops))]),
  expected: concurrentAnswers,
  normal: withIdle,
});

/** The three workloads one after another. */
export const goHeapConcurrent = concurrently(100, (seed, ops) => Object.values(workloads).flatMap((workload) => heapProgram(workload, seed, ops)));
/** Little lives, and a collection is due again soon. */
export const goHeapSparse = concurrently(10, (seed, ops) => heapProgram(sparse, seed, ops));
/** Two live in each span of small objects. */
export const goHeapShared = concurrently(400, sharedSpans);
