import { deductAssistCredit } from './assist.ts';
import { flushFull } from './drain.ts';
import { goroutineOf, ready, release, type P, type Runtime } from './runtime.ts';
import type { Goroutine } from './goroutine.ts';
import { costs, habits, objectSize } from './settings.ts';
import { gcStart } from './start.ts';
import type { Memory } from './store.ts';
import { noteSwept } from './sweeper.ts';

/** The heap as the program uses it: while marking goes on a store first notes the pointer it overwrites and the one it writes (`mbarrier.go`, Go 1.27). */
class Barriered implements Memory {
  readonly #rt: Runtime;
  readonly #p: P;
  /** Nanoseconds that flushes took. */
  took = 0;

  constructor(rt: Runtime, p: P) { [this.#rt, this.#p] = [rt, p]; }

  load(slot: number, index: number): number { return this.#rt.heap.load(slot, index); }

  store(slot: number, index: number, ptr: number): void {
    if (this.#rt.phase !== 'off') this.#note(this.load(slot, index), ptr);
    this.#rt.heap.store(slot, index, ptr);
  }

  #note(old: number, ptr: number): void {
    if (this.#p.buffer.full) this.took += flushFull(this.#rt, this.#p);
    this.#p.buffer.put2(old, ptr);
  }
}

/** A goroutine of the program allocates an object, uses it, and moves a pointer. */
export function programStep(rt: Runtime, p: P): void {
  const g = goroutineOf(p);
  if (rt.now >= g.turnEnds || g.preempt) return giveWay(rt, p, g);
  if (rt.phase === 'mark' && rt.allocates > 0 && !g.charged && !deductAssistCredit(rt, p, g)) return;
  g.charged = false;
  const memory = new Barriered(rt, p);
  const took = rt.allocates > 0 ? malloc(rt, p, g, memory) : costs.move;
  rt.store.move(g, memory, rt.chance);
  p.next = rt.now + took + memory.took;
  if (!rt.collecting && rt.pacer.heapLive >= rt.pacer.trigger) gcStart(rt, p);
}

/** What is allocated while marking goes on is black (`malloc.go:mallocgc`). Returns nanoseconds. */
function malloc(rt: Runtime, p: P, g: Goroutine, memory: Memory): number {
  const refilled = p.slots.length === 0 ? refill(rt, p) : 0;
  const slot = p.slots.shift()!;
  rt.heap.allocate(slot, rt.phase !== 'off');
  rt.store.use(slot, g, memory, rt.chance);
  return refilled + objectSize / rt.allocates;
}

/** The P takes a span, all of whose room counts as allocated (`mcache.go:refill`). */
function refill(rt: Runtime, p: P): number {
  const { slots, swept } = rt.sweep.acquire(rt.pacer.heapLive);
  p.slots = [...slots];
  rt.pacer.update(slots.length * objectSize);
  rt.recorder.heap.push([rt.now, rt.pacer.heapLive]);
  if (swept > 0) {
    rt.recorder.swept.push(rt.now);
    noteSwept(rt);
  }
  return swept * costs.sweepSpan;
}

/** Its turn ends: it waits for something, or only lets others run. */
function giveWay(rt: Runtime, p: P, g: Goroutine): void {
  g.turnEnds = 0;
  if (g.preempt) rt.runQueue.push(g);
  else rt.agenda.put(rt.now + rt.chance.int(habits.rest), () => ready(rt, g));
  g.preempt = false;
  release(rt, p);
}
