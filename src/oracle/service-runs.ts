import { ServiceHeap } from '../engine/go/service/service-heap.ts';
import type { Row } from './recording.ts';
import { serviceAnswers, serviceInputs } from './rows/service-rows.ts';

export type ServiceSetting = Row<'service@1'>;
export type Answers = Readonly<Record<(typeof serviceAnswers)[number], number>>;
type Inputs = Readonly<Record<(typeof serviceInputs)[number], number>>;
export interface ServiceRun { readonly answers: Answers; readonly inputs: Inputs }

const named = <N extends string>(names: readonly N[], values: readonly number[]) => Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Record<N, number>;

export const runsOf = ({ runs }: ServiceSetting): readonly ServiceRun[] => runs.map(([answers, inputs]) => ({ answers: named(serviceAnswers, answers), inputs: named(serviceInputs, inputs) }));

const [kib, mib] = [2 ** 10, 2 ** 20];

/** Collections before those that count, and those that do, as in the program. */
const [warm, counted] = [7, 8];

/** What the model answers for a program that is like one run. */
export function modelled(setting: ServiceSetting, inputs: Inputs): Answers {
  const heap = heapOf(setting, inputs);
  for (let i = 0; i < warm; i++) collection(heap);
  const before = { ...heap.state };
  const all = Array.from({ length: counted }, () => collection(heap));
  const { state } = heap;
  const part = (seconds: number): number => (10_000 * seconds) / ((state.now - before.now) * setting.procs);
  const assists = state.assistTime - before.assistTime;
  return {
    allocated: (state.allocated - before.allocated) / counted / kib,
    goal: median(all.map(({ goal }) => goal)) / kib,
    marked: median(all.map(({ marked }) => marked)) / kib,
    marking: median(all.map(({ seconds }) => seconds)) * 1e6,
    assists: part(assists),
    workers: part(state.gcTime - before.gcTime - assists),
    idle: part(all.reduce((sum, { idle }) => sum + idle, 0)),
  };
}

function heapOf({ procs, busy, gogc, limit }: ServiceSetting, { kept, scanned, roots, nonHeap, scanRate, allocRate }: Inputs): ServiceHeap {
  const service = { procs, busy, allocationRate: allocRate * kib * busy, scanShare: scanned / kept, scanRate: scanRate * kib, roots: roots * kib, nonHeap: nonHeap * kib, outside: 0 };
  const heap = new ServiceHeap(service, { gcPercent: gogc === 'off' ? -1 : Number(gogc), memoryLimit: limit === 0 ? Infinity : limit * mib, container: Infinity });
  heap.keep(kept * kib);
  return heap;
}

/** Lets the program run until the next collection has marked. */
function collection(heap: ServiceHeap): { readonly seconds: number; readonly idle: number; readonly goal: number; readonly marked: number } {
  let idle = 0;
  for (;;) {
    const pace = heap.pace();
    const until = heap.until(pace);
    const seconds = Math.min(until, heap.steady);
    heap.pass(seconds, pace);
    idle += pace.idle * seconds;
    if (seconds < until) continue;
    if (heap.state.marking) return { seconds: heap.finishMarking(), idle, goal: heap.goal, marked: heap.state.heapMarked };
    heap.startMarking();
  }
}

/** The value below which `share` of these lie, between two of them in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Values below or above these are outliers among the others: Tukey's fences. */
export function outliersBeyond(values: readonly number[]): readonly [low: number, high: number] {
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)];
  return [first - 1.5 * (third - first), third + 1.5 * (third - first)];
}
