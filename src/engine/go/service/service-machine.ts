import { drain, type Machine } from '../../machine.ts';
import { copyOf, newHeap, type HeapState } from './heap-state.ts';
import type { Service, Settings } from './service.ts';
import { ServiceHeap } from './service-heap.ts';

/** What the program does, and what it is like. */
export type ServiceOp =
  /** So many seconds pass; `of`: as many as the whole run has. */
  | { readonly do: 'run'; readonly seconds: number; readonly of: number }
  /** From now on it means to keep so many bytes: more are allocated, fewer let go at once. */
  | { readonly do: 'keep'; readonly bytes: number }
  /** It reserves so many bytes without pointers and never touches them. */
  | { readonly do: 'ballast'; readonly bytes: number }
  | { readonly do: 'container'; readonly bytes: number }
  | { readonly do: 'is'; readonly service: Partial<Service> };

/** Of seconds that passed: collections, shares of all Ps' time and of the allocation that was wanted, and the largest RSS, in bytes. */
export interface ServiceAnswer {
  readonly cycles: number;
  readonly gcShare: number;
  readonly assistShare: number;
  readonly allocatedShare: number;
  readonly peak: number;
  /** Bytes between that and the container's end; below zero it was killed. */
  readonly margin: number;
}

export type ServiceEvent =
  /** The live heap reached the trigger. */
  | { readonly kind: 'marking'; readonly cycle: number; readonly heapLive: number; readonly goal: number; readonly now: number }
  /** Marking is done after so many seconds; the program itself did this share of all Ps' work meanwhile. */
  | { readonly kind: 'marked'; readonly cycle: number; readonly seconds: number; readonly assisted: number; readonly peak: number; readonly heapMarked: number; readonly goal: number; readonly limited: boolean; readonly now: number }
  /** The collector has had half of all time for long: the program need not assist until it has less. */
  | { readonly kind: 'limiting'; readonly now: number }
  | { readonly kind: 'killed'; readonly resident: number; readonly container: number; readonly now: number };

/** Bytes at one moment. */
export interface Sample { readonly now: number; readonly heapLive: number; readonly reachable: number; readonly goal: number; readonly trigger: number; readonly resident: number }

export interface ServicePicture {
  readonly samples: readonly Sample[];
  readonly marking: readonly { readonly from: number; readonly to: number }[];
  readonly service: Service;
  readonly settings: Settings;
  readonly now: number;
  readonly of: number;
  readonly limited: boolean;
  readonly killed: boolean;
  /** Since the start. */
  readonly total: ServiceAnswer;
  readonly event: ServiceEvent | undefined;
}

interface Saved {
  readonly heap: HeapState;
  readonly service: Service;
  readonly settings: Settings;
  readonly samples: readonly Sample[];
  readonly marking: readonly { readonly from: number; readonly to: number }[];
  readonly of: number;
  readonly killed: boolean;
  readonly peak: number;
}

/** The run is looked at so often. A cycle shorter than that is no stop of its own. */
const looks = 240;

/** A program that runs for long, its collector and its pacer. */
export class ServiceMachine implements Machine<ServiceOp, ServiceEvent, ServiceAnswer | undefined, ServicePicture, Saved> {
  #heap: ServiceHeap;
  #samples: Sample[] = [];
  #marking: { readonly from: number; readonly to: number }[] = [];
  #of = 0;
  #killed = false;
  #peak = 0;
  #event: ServiceEvent | undefined;

  constructor(service: Service, settings: Settings) {
    this.#heap = new ServiceHeap(service, settings);
    this.#look(true);
  }

  *run(op: ServiceOp): Generator<ServiceEvent, ServiceAnswer | undefined, void> {
    switch (op.do) {
      case 'run': return yield* this.#pass(op.seconds, op.of);
      case 'keep': this.#heap.keep(op.bytes); break;
      case 'ballast': this.#heap.reserve(op.bytes); break;
      case 'container': this.#heap.settings = { ...this.#heap.settings, container: op.bytes }; break;
      case 'is': this.#heap.service = { ...this.#heap.service, ...op.service }; break;
    }
    return undefined;
  }

  apply(op: ServiceOp): ServiceAnswer | undefined { return drain(this.run(op)); }

  save(): Saved {
    const { state, service, settings } = this.#heap;
    return { heap: copyOf(state), service, settings, samples: [...this.#samples], marking: [...this.#marking], of: this.#of, killed: this.#killed, peak: this.#peak };
  }

  load({ heap, service, settings, samples, marking, of, killed, peak }: Saved): void {
    this.#heap = new ServiceHeap(service, settings, heap);
    [this.#samples, this.#marking] = [[...samples], [...marking]];
    [this.#of, this.#killed, this.#peak, this.#event] = [of, killed, peak, undefined];
  }

  picture(): ServicePicture {
    const { state, service, settings, limited } = this.#heap;
    return {
      samples: [...this.#samples], marking: this.#markings(), service, settings, now: state.now, of: this.#of, limited, killed: this.#killed,
      total: this.#since(newHeap, this.#peak), event: this.#event,
    };
  }

  /** Lets time pass in stretches of one pace each, until it is over or the container's limit is. */
  *#pass(seconds: number, of: number): Generator<ServiceEvent, ServiceAnswer, void> {
    const [before, end] = [copyOf(this.#heap.state), this.#heap.state.now + seconds];
    this.#of = of;
    let peak = this.#look();
    while (!this.#killed && this.#heap.state.now < end) {
      const event = this.#stretch(end);
      peak = Math.max(peak, this.#heap.resident);
      if (this.#heap.resident > this.#heap.settings.container) yield this.#kill();
      else if (event && this.#isApart(event)) yield (this.#event = event);
    }
    this.#look();
    this.#event = undefined;
    this.#peak = Math.max(this.#peak, peak);
    return this.#since(before, peak);
  }

  #stretch(end: number): ServiceEvent | undefined {
    const heap = this.#heap;
    const [pace, wasLimiting] = [heap.pace(), heap.limiting];
    const until = heap.until(pace);
    const seconds = Math.min(until, end - heap.state.now, heap.state.marking ? heap.steady : this.#of / looks);
    heap.pass(seconds, pace);
    if (seconds === until) return this.#turn();
    this.#look();
    return !wasLimiting && heap.limiting ? { kind: 'limiting', now: heap.state.now } : undefined;
  }

  /** Marking begins, or is done. */
  #turn(): ServiceEvent {
    const { state, goal } = this.#heap;
    this.#look(true);
    if (!state.marking) {
      this.#heap.startMarking();
      return { kind: 'marking', cycle: state.cycles + 1, heapLive: state.heapLive, goal, now: state.now };
    }
    const [{ since, assisted }, peak] = [state.marking, state.heapLive];
    const seconds = this.#heap.finishMarking();
    this.#marking.push({ from: since, to: state.now });
    this.#look(true);
    return { kind: 'marked', cycle: state.cycles, seconds, assisted: assisted / (seconds * this.#heap.service.procs), peak, heapMarked: state.heapMarked, goal: this.#heap.goal, limited: this.#heap.limited, now: state.now };
  }

  #kill(): ServiceEvent {
    this.#killed = true;
    this.#look(true);
    return (this.#event = { kind: 'killed', resident: this.#heap.resident, container: this.#heap.settings.container, now: this.#heap.state.now });
  }

  /** Notes how things stand, when the last look is long enough ago or something turns. Returns RSS. */
  #look(turning = false): number {
    const { state: { now, heapLive, reachable }, goal, trigger, resident } = this.#heap;
    const last = this.#samples.at(-1);
    if (turning || !last || now - last.now >= this.#of / looks) this.#samples.push({ now, heapLive, reachable, goal, trigger, resident });
    return resident;
  }

  /** Whether a reader could tell an event from the last stop in time. Where marking begins is a stop, its end is one too; where the limiter steps in again and again, one tells it. */
  #isApart(event: ServiceEvent): boolean {
    const last = this.#event;
    if (event.kind === 'marked' && last?.kind === 'marking' && last.cycle === event.cycle) return true;
    if (event.kind === 'limiting' && last?.kind !== 'limiting') return true;
    return event.now - (last?.now ?? -Infinity) >= this.#of / looks;
  }

  #markings(): readonly { readonly from: number; readonly to: number }[] {
    const { marking, now } = this.#heap.state;
    return marking ? [...this.#marking, { from: marking.since, to: now }] : [...this.#marking];
  }

  #since(before: HeapState, peak: number): ServiceAnswer {
    const { state, service: { procs, allocationRate }, settings: { container } } = this.#heap;
    const seconds = Math.max(state.now - before.now, Number.MIN_VALUE);
    return {
      cycles: state.cycles - before.cycles,
      gcShare: (state.gcTime - before.gcTime) / (seconds * procs),
      assistShare: (state.assistTime - before.assistTime) / (seconds * procs),
      allocatedShare: (state.allocated - before.allocated) / (seconds * allocationRate),
      peak,
      margin: container - peak,
    };
  }
}
