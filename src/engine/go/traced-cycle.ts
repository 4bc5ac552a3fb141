import { drain, type Machine } from '../machine.ts';

/** What a goroutine does on a P while a collection goes on. */
export type Doing = 'program' | 'assist' | 'dedicated' | 'fractional' | 'idle' | 'stop' | 'finish' | 'bgsweep' | 'bgscavenge' | 'sweep';

/** One goroutine on one P without a pause. Nanoseconds since the collection began. */
export interface Stretch { readonly p: number; readonly g: number; readonly what: Doing; readonly from: number; readonly to: number }

type Span = readonly [from: number, to: number];

/** A collection as an execution trace tells it. Times in nanoseconds since it began, sizes in bytes. */
export interface TracedCycle {
  readonly procs: number;
  /** The goal while it marked, and the one it set. */
  readonly goal: number;
  readonly next: number;
  /** The two stops of the world: from the wish to stop it to its start. */
  readonly stops: readonly [Span, Span];
  readonly stretches: readonly Stretch[];
  /** When an allocation swept, thinned out, and how often it did. */
  readonly swept: readonly number[];
  readonly sweeps: number;
  readonly heap: readonly (readonly [at: number, bytes: number])[];
  /** What a simulation saw and a trace does not tell, and what it knows better. */
  readonly noted?: readonly CycleEvent[];
}

/** The functions behind each are those of Go 1.27's `mgc.go`, `mgcmark.go`, `mgcpacer.go` and `mgcsweep.go`. */
export type CycleEvent = { readonly at: number } & (
  | { readonly kind: 'trigger'; readonly heap: number; readonly goal: number }
  | { readonly kind: 'barrier'; readonly took: number }
  | { readonly kind: 'dedicated' | 'fractional'; readonly p: number; readonly procs: number }
  | { readonly kind: 'idle' | 'background' | 'queued'; readonly p: number }
  | { readonly kind: 'roots'; readonly p: number; readonly jobs: number; readonly globals: number; readonly spans: number; readonly stacks: number }
  /** A barrier buffer that is full: what it held, and what of it was white. */
  | { readonly kind: 'full'; readonly p: number; readonly pointers: number; readonly found: number }
  | { readonly kind: 'credit'; readonly p: number; readonly bytes: number }
  /** All Ps handed in what they had: pointers in barrier buffers, what of it was white, Ps that had work. */
  | { readonly kind: 'ragged'; readonly p: number; readonly pointers: number; readonly found: number; readonly ps: number }
  | { readonly kind: 'restart'; readonly p: number; readonly found: number }
  | { readonly kind: 'clean'; readonly spans: number; readonly sweepgen: number }
  | { readonly kind: 'assist'; readonly p: number; readonly took: number }
  | { readonly kind: 'ending'; readonly heap: number; readonly goal: number; readonly asked?: number }
  | { readonly kind: 'marked'; readonly took: number; readonly before: number; readonly after: number; readonly next: number }
  | { readonly kind: 'swept'; readonly sweeps: number }
);

/** Nanoseconds of marking, of both stops, and of all assists on all Ps. */
export interface CycleAnswer { readonly marking: number; readonly stops: readonly [number, number]; readonly assists: number; readonly background: number }
export interface CyclePicture { readonly cycle: TracedCycle; readonly now: number; readonly event: CycleEvent | undefined }
export interface CycleOp { readonly do: 'collect' }

const lengthOf = ([from, to]: Span): number => to - from;

/** Time of all Ps in which they did one of these. */
export const spent = ({ stretches }: TracedCycle, ...doing: readonly Doing[]): number =>
  stretches.filter(({ what }) => doing.includes(what)).reduce((sum, { from, to }) => sum + to - from, 0);

/** The heap at a moment: the last size noted before it. */
const heapAt = ({ heap }: TracedCycle, at: number): number => heap.findLast(([noted]) => noted <= at)?.[1] ?? heap[0]![1];

/** What is worth a stop, in order of time: the phases, and who first does each kind of work. */
export function eventsOf(cycle: TracedCycle): readonly CycleEvent[] {
  const { stretches, stops: [first, second], goal, next, procs, noted = [] } = cycle;
  // Ps run again a moment before the goroutine that stopped them says so.
  const after = (doing: Doing): Stretch | undefined =>
    stretches.filter(({ what, from, to }) => what === doing && to > first[1] && from >= 0).map((each) => ({ ...each, from: Math.max(each.from, first[1]) })).sort((a, b) => a.from - b.from)[0];
  const marking = (['dedicated', 'fractional', 'idle'] as const).flatMap((kind): readonly CycleEvent[] => { const one = after(kind); return one ? [{ kind, at: one.from, p: one.p, procs }] : []; });
  const assist = after('assist');
  const sweeper = stretches.filter(({ what, from }) => what === 'bgsweep' && from >= second[0]).sort((a, b) => a.from - b.from)[0];
  const events: readonly CycleEvent[] = [
    { kind: 'trigger', at: first[0], heap: heapAt(cycle, first[0]), goal },
    { kind: 'barrier', at: first[1], took: lengthOf(first) },
    ...marking,
    ...(assist ? [{ kind: 'assist', at: assist.from, p: assist.p, took: assist.to - assist.from } as const] : []),
    { kind: 'ending', at: second[0], heap: heapAt(cycle, second[0] - 1), goal },
    { kind: 'marked', at: second[1], took: lengthOf(second), before: heapAt(cycle, second[0] - 1), after: cycle.heap.find(([at]) => at > second[0])?.[1] ?? 0, next },
    ...(cycle.swept[0] === undefined ? [] : [{ kind: 'swept', at: cycle.swept[0], sweeps: cycle.sweeps } as const]),
    ...(sweeper ? [{ kind: 'background', at: sweeper.from, p: sweeper.p } as const] : []),
  ];
  const known = new Set(noted.map(({ kind }) => kind));
  return [...noted, ...events.filter(({ kind }) => !known.has(kind))].toSorted((a, b) => a.at - b.at);
}

/** Plays a recorded collection from event to event. */
export class TracedCycleMachine implements Machine<CycleOp, CycleEvent, CycleAnswer, CyclePicture, number> {
  readonly #cycle: TracedCycle;
  #now: number;
  #event: CycleEvent | undefined;

  constructor(cycle: TracedCycle) {
    this.#cycle = cycle;
    this.#now = Math.min(...cycle.stretches.map(({ from }) => from));
  }

  *run(_op: CycleOp): Generator<CycleEvent, CycleAnswer, void> {
    for (const event of eventsOf(this.#cycle)) {
      [this.#now, this.#event] = [event.at, event];
      yield event;
    }
    this.#event = undefined;
    this.#now = Math.max(...this.#cycle.stretches.map(({ to }) => to));
    const { stops: [first, second] } = this.#cycle;
    return { marking: second[0] - first[1], stops: [lengthOf(first), lengthOf(second)], assists: spent(this.#cycle, 'assist'), background: spent(this.#cycle, 'dedicated', 'fractional') };
  }

  apply(op: CycleOp): CycleAnswer { return drain(this.run(op)); }
  save(): number { return this.#now; }
  load(now: number): void { [this.#now, this.#event] = [now, undefined]; }
  picture(): CyclePicture { return { cycle: this.#cycle, now: this.#now, event: this.#event }; }
}
