import { EngineError } from '../../machine.ts';
import { random, type Random } from '../../random.ts';
import { GcWork } from '../heap/gc-work.ts';
import type { Doing } from '../traced-cycle.ts';
import { Agenda } from './agenda.ts';
import { AssistCredit } from './assist-credit.ts';
import { BarrierBuffer } from './barrier-buffer.ts';
import { CyclePacer } from './cycle-pacer.ts';
import { goroutine, type Goroutine } from './goroutine.ts';
import { Recorder } from './recorder.ts';
import type { RootJob } from './root-jobs.ts';
import { runtimeGoroutines, type CycleSettings } from './settings.ts';
import { SlotHeap } from './slot-heap.ts';
import { SpanSweep } from './span-sweep.ts';
import { Store } from './store.ts';
import { WorkerSlots } from './worker-slots.ts';

/** A P, and what it works at. */
export interface P {
  readonly id: number;
  /** When it is done with what it does now; never, while it waits for somebody. */
  next: number;
  what: Doing | undefined;
  /** The goroutine of the program or the sweeper on it; a worker has a number only. */
  g: Goroutine | undefined;
  gid: number;
  /** Room in the span it allocates from (`mcache`). */
  slots: number[];
  readonly work: GcWork;
  readonly buffer: BarrierBuffer;
  /** Bytes scanned and not yet accounted for (`gcWork.heapScanWork`). */
  scanWork: number;
  /** Of its worker: when it began, and bytes until it looks whether to leave. */
  since: number;
  untilCheck: number;
  /** Nanoseconds of this cycle that fractional workers had. */
  fractionalTime: number;
  /** Whether a stop of the world has reached it, and what was left then of what it does, in nanoseconds. */
  halted: boolean;
  left: number;
}

/** Off: sweeping or idle; mark: barrier on, new objects black; termination: the same, stopped (`mgc.go:gcphase`). */
export type GCPhase = 'off' | 'mark' | 'marktermination';

/** All that is shared, as in the runtime. Times in nanoseconds. */
export interface Runtime {
  readonly settings: CycleSettings;
  readonly chance: Random;
  readonly agenda: Agenda;
  readonly ps: readonly P[];
  readonly goroutines: readonly Goroutine[];
  readonly sweeper: Goroutine;
  readonly workers: number[];
  readonly runQueue: Goroutine[];
  readonly heap: SlotHeap;
  readonly sweep: SpanSweep;
  readonly pacer: CyclePacer;
  readonly credit: AssistCredit;
  readonly store: Store;
  readonly recorder: Recorder;
  /** Full buffers of grey objects that any P may take (`work.full`). */
  readonly full: number[][];
  allocates: number;
  now: number;
  phase: GCPhase;
  /** A collection was asked for and is not done. */
  collecting: boolean;
  cycles: number;
  jobs: readonly RootJob[];
  nextJob: number;
  slots: WorkerSlots;
  /** Workers and assists at work (`work.nproc − work.nwait`). */
  marking: number;
  /** Somebody is in `gcMarkDone`, and how often it was asked whether marking is done. */
  ending: boolean;
  asked: number;
}

/** Numbers of goroutines in the figure: the sweeper's, those of the program, those of the workers. */
const ids = { sweeper: 3, program: 20, workers: 40 } as const;

const processor = (id: number, full: number[][]): P =>
  ({ id, next: 0, what: undefined, g: undefined, gid: 0, slots: [], work: new GcWork(full), buffer: new BarrierBuffer(), scanWork: 0, since: 0, untilCheck: 0, fractionalTime: 0, halted: false, left: 0 });

export function newRuntime(settings: CycleSettings, seed: number): Runtime {
  const { procs, goroutines } = settings;
  const full: number[][] = [];
  const heap = new SlotHeap();
  const program = Array.from({ length: goroutines }, (_, i) => goroutine(ids.program + i));
  const pacer = new CyclePacer(goroutines + procs + runtimeGoroutines);
  return {
    settings, chance: random(seed), agenda: new Agenda(), ps: Array.from({ length: procs }, (_, id) => processor(id, full)),
    goroutines: program, sweeper: goroutine(ids.sweeper), workers: Array.from({ length: procs }, (_, i) => ids.workers + i), runQueue: [...program],
    heap, sweep: new SpanSweep(heap), pacer, credit: new AssistCredit(pacer), store: new Store(settings.keeps), recorder: new Recorder(), full,
    allocates: settings.allocates, now: 0, phase: 'off', collecting: false, cycles: 0, jobs: [], nextJob: 0, slots: new WorkerSlots(procs), marking: 0, ending: false, asked: 0,
  };
}

/** Whether anybody could find something to mark, beside what each P has for itself (`mgcmark_nogreenteagc.go:gcMarkWorkAvailable`). */
export const markWorkAvailable = ({ full, nextJob, jobs }: Runtime): boolean => full.length > 0 || nextJob < jobs.length;

/** From now on this P does something else. */
export function turn(rt: Runtime, p: P, what: Doing | undefined, g = 0): void {
  [p.what, p.gid] = [what, g];
  rt.recorder.turn(p.id, rt.now, g, what);
}

/** The P looks for something to run. */
export function release(rt: Runtime, p: P): void {
  turn(rt, p, undefined);
  [p.g, p.next] = [undefined, rt.now];
}

export const parked = ({ what, next, halted }: P): boolean => what === undefined && next === Infinity && !halted;

/** One P that has nothing to do looks again (`proc.go:wakep`). */
export function wake(rt: Runtime): boolean {
  const p = rt.ps.find(parked);
  if (p) p.next = rt.now;
  return p !== undefined;
}

export const anyParked = ({ ps }: Runtime): boolean => ps.some(parked);

/** Goroutines may run again (`proc.go:ready`). */
export function ready(rt: Runtime, ...gs: readonly Goroutine[]): void {
  for (const g of gs) {
    rt.runQueue.push(g);
    wake(rt);
  }
}

/** The goroutine whose turn it is on a P. */
export function goroutineOf(p: P): Goroutine {
  if (!p.g) throw new EngineError(`nobody runs on P${p.id}`);
  return p.g;
}
