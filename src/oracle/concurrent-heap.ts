/** Our heap beside the live runtime's where the pacer starts the collections and they mark beside the program. */
import { waitFor } from '../engine/go/heap/concurrent.ts';
import { HeapMachine, type HeapOp } from '../engine/go/heap/heap-machine.ts';
import type { MHeap } from '../engine/go/heap/mheap.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { withStacks } from './go-stacks.ts';
import { heapAtRest, heapStart, stoppedHeapAtRest } from './heap-start.ts';
import { asksSpans, ended as hasEnded, madeForGo, stacksBeside, type Grow, type LiveStacks } from './live-stacks.ts';
import { sharedSpans } from './shared-spans.ts';
import { heapOp, heapProgram, sparse, warmUp, workloads } from './workload.ts';

/** Asked after each operation in which a collection may begin or end. */
const asks: readonly RuntimeOp[] = [{ do: 'pacer' }, { do: 'accounts' }];

/** An operation, with what is asked around it. */
export function asksAround(op: RuntimeOp): readonly RuntimeOp[] {
  if (op.do !== 'allocate' && mayCollect.has(op.do)) return [{ do: 'scheduler' }, op, ...asks, { do: 'scheduler' }];
  return mayCollect.has(op.do) ? [op, ...asks] : [op];
}

export type Fields = Readonly<Record<string, number>>;

/** What the live runtime's scheduler and clock decided in one operation: inputs. */
interface Decided {
  readonly numGC: number;
  /** Mapped beside the heap's own spans and free pages. */
  readonly beside: number;
  readonly roots: Extract<HeapOp, { do: 'roots' }>;
  /** How often the P had taken a goroutine to run before, and how often it did in the operation. */
  readonly schedtick: number;
  readonly turns: number;
}

/** Read off the answers around an operation; undefined where nothing was asked. */
function decided(real: readonly RuntimeAnswer[], at: number): Decided | undefined {
  const [before, pacer, accounts] = [real[at - 1], real[at + 1], real[at + 2]];
  const schedtick = tickIn(before);
  if (!pacer || !('numGC' in pacer && 'globalsScan' in pacer) || !accounts || !('runway' in accounts)) return undefined;
  const { numGC, stackScan, globalsScan, mappedReady, inUse, free } = pacer;
  return { numGC, beside: mappedReady - inUse - free, roots: { do: 'roots', stackScan, globalsScan, runway: accounts.runway }, schedtick, turns: tickIn(real[at + 3]) - schedtick };
}

const tickIn = (answer: RuntimeAnswer | undefined): number => (answer && 'schedtick' in answer ? answer.schedtick ?? 0 : 0);

/** One operation as our machine takes it. In a yield in which a collection `ended` its worker had a turn first. */
function ourOp(op: RuntimeOp, schedtick: number, ended: boolean): HeapOp | undefined {
  if (op.do === 'pacer') return undefined;
  return op.do === 'yield' ? { do: 'yield', schedtick: schedtick + (ended ? 1 : 0) } : heapOp(op);
}

/** After a yield nothing is said of what is idle: whether a worker or the scavenger had its turn in it, and took or gave pages, time decides. */
function accountsOf({ marking, pacer, ledger }: MHeap, before: RuntimeOp): Fields {
  const counted = { phase: marking ? 1 : 0, heapLive: pacer.heapLive, inUse: ledger.inUse };
  return before.do === 'yield' ? counted : { ...counted, idle: ledger.free + ledger.released };
}

/** What our heap must say wherever the pacer is asked, `before` being the operation before it; and whether each collection is done in one stop. */
interface Comparison { readonly compared?: (heap: MHeap, before: RuntimeOp) => Fields; readonly isStopped?: boolean }

/** The fields that each answer must have: addresses, and wherever it is asked, unless something else is `compared`, whether a collection marks, and what is in use, idle and counted. `Machine` may be a wrong one, to see that it is noticed. */
export function concurrentAnswers(program: readonly RuntimeOp[], real: readonly RuntimeAnswer[], Machine = HeapMachine, { compared = accountsOf, isStopped = false }: Comparison = {}): ReturnType<Differential['expected']> {
  const start = heapStart(arenasIn(real), isStopped ? stoppedHeapAtRest : heapAtRest);
  const beside = new ConcurrentHeap(new Machine({ concurrent: !isStopped }, 0, start), real);
  return program.map((op, i) => {
    if (i < warmUp.length) return undefined;
    return op.do === 'pacer' ? compared(beside.machine.heap, program[i - 1]!) : beside.answer(op, mayCollect.has(op.do) ? decided(real, i) : undefined);
  });
}

/** Operations in which a collection may begin or end. */
const mayCollect: ReadonlySet<string> = new Set(['allocate', 'yield', 'setGCPercent', 'setMemoryLimit', 'collect', 'grow']);

/** Operations that wait for a collection that is marking. */
const waits: ReadonlySet<string> = new Set(['setGCPercent', 'collect']);

/** Who marks ends after the goroutine where nobody else but these two and the program had a turn: the sweeper is behind the program then. */
const lateTurns = 3;

/** Our heap and our stacks, told what the live runtime's scheduler and clock decided. */
class ConcurrentHeap {
  readonly machine: HeapMachine;
  readonly #stacks: LiveStacks;
  #collections: number | undefined;
  #isFirst = true;

  constructor(machine: HeapMachine, real: readonly RuntimeAnswer[]) {
    [this.machine, this.#stacks] = [machine, stacksBeside(machine, real)];
  }

  answer(op: RuntimeOp, inputs: Decided | undefined): Fields | undefined {
    const ended = this.machine.heap.marking && op.do !== 'collect' && inputs !== undefined && inputs.numGC !== (this.#collections ?? inputs.numGC);
    if (inputs) this.#collections = inputs.numGC;
    const answer = op.do === 'grow' ? this.#grow(op, inputs, ended) : this.#apply(op, inputs, ended);
    if (inputs) {
      this.machine.apply(inputs.roots);
      this.#map(inputs);
    }
    return answer;
  }

  /** What the runtime maps beside the heap is an input but for what our heap has there itself. */
  #map({ beside }: Decided): void {
    const { ledger: { mapped, retained }, spanRecords } = this.machine.heap;
    this.machine.apply({ do: 'elsewhere', bytes: beside - (mapped - retained) - spanRecords.systemBytes });
  }

  #apply(op: RuntimeOp, inputs: Decided | undefined, ended: boolean): { readonly addr: number } | undefined {
    if (inputs && waits.has(op.do)) this.#waits(inputs);
    else if (inputs && ended) this.#endMarking(inputs);
    const ours = ourOp(op, inputs?.schedtick ?? 0, ended);
    const addr = ours && this.#one(ours);
    return addr === undefined ? undefined : { addr };
  }

  /** The program waits for the goroutine: before that one begins, or when it has ended, whoever marks may have a turn, and end. */
  #grow(op: Grow, inputs: Decided | undefined, ended: boolean): Fields {
    for (const made of madeForGo(this.#isFirst)) this.#one(made);
    this.#isFirst = false;
    const first = this.#stacks.begin();
    const { heap } = this.machine;
    heap.runQueue.start();
    const isBefore = ended && inputs!.turns > lateTurns;
    if (isBefore) this.#endMarking(inputs!);
    heap.runQueue.schedtick = (inputs?.schedtick ?? 0) + (isBefore ? 1 : 0);
    let answer: Fields = {};
    waitFor(heap, () => { answer = this.#stacks.grow(op, first); });
    if (ended && !isBefore) this.#endMarking(inputs!);
    this.#one(hasEnded);
    return answer;
  }

  #one(op: HeapOp): number | undefined {
    const { marking } = this.machine.heap;
    const addr = this.machine.apply(op);
    if (!marking && this.machine.heap.marking) this.#stacks.markStarts();
    return addr;
  }

  /** The program waits for whoever marks, who has one turn. */
  #waits({ roots, schedtick }: Decided): void {
    if (!this.machine.heap.marking) return;
    this.machine.apply(roots);
    this.machine.heap.runQueue.schedtick = schedtick + 1;
  }

  #endMarking({ roots }: Decided): void {
    for (const before of [roots, { do: 'marked' }] as const) this.machine.apply(before);
    this.#stacks.markEnds();
  }
}

/** How much of what is idle the scavenger has given back by now is a matter of time too: both together are compared. */
const withIdle: Differential['normal'] = (_program, real) => real.map((answer) => ({ ...answer, ...('released' in answer && { idle: answer.free + answer.released }) }) as Fields);

/** A program on one heap, GOGC being `percent`. When each collection had marked, and who had run before each yield, are inputs. */
const concurrently = (percent: number, program: (seed: number, ops: number) => readonly RuntimeOp[]): Differential => ({
  program: (seed, ops) => surrounded([...asksSpans, { do: 'setGCPercent', percent }, ...asks, ...program(seed, ops).filter((op) => op.do !== 'collect').flatMap(asksAround)]),
  expected: concurrentAnswers,
  normal: withIdle,
});

/** The three workloads one after another. */
export const goHeapConcurrent = concurrently(100, (seed, ops) => Object.values(workloads).flatMap((workload) => heapProgram(workload, seed, ops)));
/** Little lives, and a collection is due again soon. */
export const goHeapSparse = concurrently(10, (seed, ops) => heapProgram(sparse, seed, ops));
/** Two live in each span of small objects. */
export const goHeapShared = concurrently(400, sharedSpans);
/** Stacks that grow among the objects. */
export const goHeapConcurrentStacks = concurrently(100, (seed, ops) => Object.values(workloads).flatMap((workload) => withStacks(workload, seed, ops)));
