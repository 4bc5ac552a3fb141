import { heapGoal, limitGoal, percentGoal, type Held } from '../heap-goal.ts';
import { trigger } from '../trigger.ts';
import { assistWorkPerByte } from './assist-ratio.ts';
import { endCycle, runway } from './cons-mark.ts';
import { CPULimiter } from './cpu-limiter.ts';
import { copyOf, newHeap, type HeapState, type Marking } from './heap-state.ts';
import { backgroundUtilization, markWorkers } from './mark-workers.ts';
import { freePace, markPace } from './mark-pace.ts';
import type { Pace, Service, Settings } from './service.ts';
import { firstTurns, nextTurn, turnEnds } from './time-slice.ts';

/** While marking goes on, GOGC's goal is at least so far from where it began; sweeping is given so much room (`mgcpacer.go:heapGoalInternal`, `commit`). */
const leastDistance = 64 * 2 ** 10;
const leastSweep = 2 ** 20;

/** Seconds after which a marking's pace is looked at again, and what is less than any of them. */
const step = 0.0005;
const instant = 1e-9;

/** Free pages of a tenth over what the heap needs stay (`mgcscavenge.go:gcPaceScavenger`); under a limit the heap is held to 95 % of it. */
const retained = { extra: 1.1, ofLimit: 0.95 };

/** The heap of a program that allocates and keeps, as quantities that change with time; the formulas are `mgcpacer.go`'s (Go 1.27). */
export class ServiceHeap {
  readonly state: HeapState;
  service: Service;
  settings: Settings;

  constructor(service: Service, settings: Settings, state: HeapState = newHeap) {
    this.service = service;
    this.settings = settings;
    this.state = copyOf(state);
  }

  /** Under a memory limit it is that limit's alone: a collection would sooner be hard than late (`mgcpacer.go:heapGoalInternal`). */
  get goal(): number {
    const { marking } = this.state;
    const goal = heapGoal(this.#marked, this.settings.gcPercent, this.#held);
    return marking && !this.limited ? Math.max(goal, marking.triggered + leastDistance) : goal;
  }

  /** Whether it is GOMEMLIMIT that sets the goal. */
  get limited(): boolean { return limitGoal(this.#held) < percentGoal(this.#marked, this.settings.gcPercent); }

  get trigger(): number {
    const { heapMarked, consMark, cycles } = this.state;
    const sweepDistance = this.limited || cycles === 0 ? 0 : heapMarked + leastSweep;
    return trigger({ goal: this.goal, heapMarked, runway: runway(consMark, this.#expected), sweepDistance });
  }

  /** RSS: ballast is reserved and never touched. */
  get resident(): number { return this.state.mapped - this.state.ballast + this.service.nonHeap + this.service.outside; }

  get limiting(): boolean { return new CPULimiter(this.service.procs, this.state.limiter).limiting; }

  /** How fast things go now. */
  pace(): Pace {
    const { marking, heapLive } = this.state;
    if (!marking) return freePace(this.service);
    const working = this.#working(marking);
    if (this.limiting) return markPace(this.service, working, 0, 0);
    const { triggered, scanned: work, credit } = marking;
    const most = this.state.lastHeapScan + this.service.scanShare * Math.max(0, heapLive - this.state.heapMarked) + this.service.roots;
    const ratio = assistWorkPerByte({ gcPercent: this.settings.gcPercent, goal: this.goal, triggered, heapLive, work, expected: this.#expected, most });
    return markPace(this.service, working, ratio, credit / step);
  }

  /** Seconds until marking begins or is done, at this pace. */
  until({ allocates, scans }: Pace): number {
    const { marking, heapLive } = this.state;
    return marking ? (marking.toScan - marking.scanned) / scans : Math.max(0, this.trigger - heapLive) / allocates;
  }

  /** Seconds for which this pace holds, at most. */
  get steady(): number {
    const { marking, now } = this.state;
    return marking ? Math.min(step, ...marking.turns.map((turn) => turnEnds(turn, marking.since, this.service) - now)) : Infinity;
  }

  /** So many seconds at this pace. */
  pass(seconds: number, pace: Pace): void {
    const { state } = this;
    const allocated = pace.allocates * seconds;
    state.now += seconds;
    state.allocated += allocated;
    state.heapLive += allocated;
    state.reachable = Math.min(Math.max(state.wanted, state.reachable), state.reachable + allocated);
    state.mapped = Math.max(state.mapped, state.heapLive);
    state.gcTime += (pace.working + pace.assisting) * seconds;
    state.assistTime += pace.assisting * seconds;
    this.#limit(seconds, pace);
    this.#scan(seconds, pace);
  }

  /** From now on the program means to keep so many bytes: more have to be allocated, fewer are let go at once. */
  keep(bytes: number): void {
    this.state.wanted = bytes;
    this.state.reachable = Math.min(this.state.reachable, bytes);
  }

  /** So many bytes without pointers that nobody touches: of the heap, and not of physical memory. */
  reserve(bytes: number): void {
    const { state } = this;
    const more = bytes - state.ballast;
    state.ballast = bytes;
    state.heapLive += more;
    state.mapped = Math.max(state.mapped, state.heapLive);
  }

  /** Marking begins (`mgcpacer.go:startCycle`). */
  startMarking(): void {
    const { state, service } = this;
    const found = Math.min(state.reachable, state.heapLive - state.ballast);
    state.marking = { since: state.now, triggered: state.heapLive, found, toScan: found * service.scanShare + service.roots, scanned: 0, credit: 0, assisted: 0, idle: 0, turns: firstTurns(state.now, state.lastStop, service.procs) };
  }

  /** Marking is done: what was allocated meanwhile counts as alive (`mgcpacer.go:endCycle`, `resetLive`). Returns how long it took. */
  finishMarking(): number {
    const { state, service } = this;
    const marking = state.marking!;
    const [seconds, allocated, peak] = [state.now - marking.since, state.heapLive - marking.triggered, state.heapLive];
    const ofAll = (time: number): number => (seconds > 0 ? time / (seconds * service.procs) : 0);
    const goal = this.goal;
    state.consMark = endCycle(state.consMark, { allocated, scanned: marking.toScan, assisted: ofAll(marking.assisted), idle: ofAll(marking.idle) });
    state.heapMarked = state.heapLive = marking.found + state.ballast + allocated;
    state.lastHeapScan = marking.toScan - service.roots;
    state.marking = undefined;
    state.cycles++;
    state.lastStop = state.now;
    this.#release(peak, goal);
    return seconds;
  }

  get #marked() { return { heapMarked: this.state.heapMarked, stackScan: this.service.roots, globalsScan: 0 }; }

  get #held(): Held {
    const { mapped, heapLive, heapMarked } = this.state;
    return { memoryLimit: this.settings.memoryLimit, mappedReady: mapped + this.service.nonHeap, heapFree: mapped - heapLive, heapAlloc: heapLive, heapMarked };
  }

  get #expected(): number { return this.state.lastHeapScan + this.service.roots; }

  #scan(seconds: number, { scans, owes, assisting, idle }: Pace): void {
    const { state: { marking, now }, service } = this;
    if (!marking) return;
    marking.scanned += scans * seconds;
    marking.credit = Math.max(0, marking.credit + (scans - owes) * seconds);
    marking.assisted += assisting * seconds;
    marking.idle += idle * seconds;
    const { since } = marking;
    marking.turns = marking.turns.map((turn) => (turnEnds(turn, since, service) - now < instant ? nextTurn(turn, since, now, service.procs) : turn));
  }

  /** Ps that workers have now. */
  #working({ turns }: Marking): number {
    return markWorkers(this.service.procs).dedicated + turns.filter(({ working }) => working).length;
  }

  /** What the limiter hears of: it takes background workers at their word (`mgclimit.go:updateLocked`). */
  #limit(seconds: number, { assisting, idle }: Pace): void {
    const { state: { marking }, service: { procs, busy } } = this;
    const limiter = new CPULimiter(procs, this.state.limiter);
    const gc = marking ? procs * backgroundUtilization + assisting : 0;
    limiter.accumulate((marking ? procs - idle - gc : busy) * seconds, gc * seconds);
    this.state.limiter = limiter.save();
  }

  /** What was free through the whole last cycle may go back, but for what the heap is likely to need (`mgcscavenge.go:gcPaceScavenger`). */
  #release(peak: number, lastGoal: number): void {
    const { state, settings: { memoryLimit }, service: { nonHeap } } = this;
    const forGoal = peak * (this.goal / lastGoal) * retained.extra;
    const forLimit = memoryLimit * retained.ofLimit - nonHeap;
    state.mapped = Math.min(state.mapped, Math.max(peak, Math.min(forGoal, forLimit)));
  }
}
