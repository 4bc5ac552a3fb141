import { wbBufEntries } from './barrier-buffer.ts';
import type { RootJob } from './root-jobs.ts';
import { anyParked, markWorkAvailable, ready, wake, type P, type Runtime } from './runtime.ts';
import { costs, objectSize } from './settings.ts';

/** Scanned bytes are accounted for once there are so many (`mgcmark.go:gcCreditSlack`). */
const gcCreditSlack = 2000;

/** A piece of marking: bytes scanned, which count as work, and nanoseconds. */
export interface Unit { readonly work: number; readonly took: number; readonly root: boolean }

/** An object that was found: grey, if it was white (`mgcmark.go:greyobject`). */
function shade(rt: Runtime, p: P, ptr: number): boolean {
  if (!rt.heap.mark(ptr)) return false;
  if (p.work.put(ptr)) enlistWorker(rt, p);
  return true;
}

/** Marks what the barrier noted; returns how much of it was white (`mwbbuf.go:wbBufFlush1`). */
export function flushBuffer(rt: Runtime, p: P): number {
  return p.buffer.take().filter((ptr) => shade(rt, p, ptr)).length;
}

/** The buffer is full in the middle of a store: nanoseconds that its flush takes. */
export function flushFull(rt: Runtime, p: P): number {
  const found = flushBuffer(rt, p);
  rt.recorder.noteFirst({ kind: 'full', at: rt.now, p: p.id, pointers: wbBufEntries, found });
  return wbBufEntries * costs.bufferedPointer;
}

/** Somebody else may help: a P with nothing to do, or one that a dedicated worker takes (`mgcpacer.go:enlistWorker`). */
function enlistWorker(rt: Runtime, p: P): void {
  if (!rt.slots.needsDedicated && !rt.slots.needsIdle) return;
  if (anyParked(rt)) {
    wake(rt);
    return;
  }
  const others = rt.ps.filter((other) => other !== p && other.what === 'program');
  const other = others[rt.chance.int(Math.max(1, others.length))];
  if (rt.slots.needsDedicated && other?.g) other.g.preempt = true;
}

/** An object, or nothing: first what is at hand, then any buffer, then what the barrier noted (`mgcwork.go`). */
function tryGet(rt: Runtime, p: P): number | undefined {
  const at = p.work.getFast() ?? p.work.get();
  if (at !== undefined) return at;
  flushBuffer(rt, p);
  return p.work.get();
}

function scanObject(rt: Runtime, p: P, slot: number): Unit {
  for (const ptr of rt.heap.pointers(slot)) shade(rt, p, ptr);
  p.scanWork += objectSize;
  return { work: objectSize, took: objectSize / rt.settings.scans, root: false };
}

/** Claims the next root job and does it (`mgcmark.go:markroot`). */
function markroot(rt: Runtime, p: P, job: RootJob): Unit {
  rt.nextJob++;
  for (const ptr of job.pointers()) if (rt.heap.holds(ptr)) shade(rt, p, ptr);
  if (job.kind === 'globals') rt.pacer.work.globals += job.bytes;
  if (job.kind === 'stack') rt.pacer.work.stacks += job.bytes;
  if (rt.nextJob === rt.jobs.length) noteRoots(rt, p);
  return { work: job.bytes, took: costs.rootJob + job.bytes / rt.settings.scans, root: true };
}

function noteRoots({ recorder, jobs, now }: Runtime, p: P): void {
  const count = (kind: RootJob['kind']): number => jobs.filter((job) => job.kind === kind).length;
  recorder.note({ kind: 'roots', at: now, p: p.id, jobs: jobs.length, globals: count('globals'), spans: count('spans'), stacks: count('stack') });
}

/** Bytes scanned count, for everybody; those of a worker pay for allocations (`gcFlushBgCredit`). */
export function account(rt: Runtime, p: P, background: boolean): void {
  rt.pacer.work.heap += p.scanWork;
  if (background) ready(rt, ...rt.credit.flush(p.scanWork));
  p.scanWork = 0;
}

/** A worker's next piece: a root job while there are any, then an object (`mgcmark.go:gcDrain`). */
export function drain(rt: Runtime, p: P): Unit | undefined {
  const job = rt.jobs[rt.nextJob];
  if (job) {
    const unit = markroot(rt, p, job);
    ready(rt, ...rt.credit.flush(unit.work));
    return unit;
  }
  if (p.work.balance()) enlistWorker(rt, p);
  const slot = tryGet(rt, p);
  if (slot === undefined) return undefined;
  const unit = scanObject(rt, p, slot);
  if (p.scanWork >= gcCreditSlack) account(rt, p, true);
  return unit;
}

/** An assist's next piece: an object, else a root job (`mgcmark.go:gcDrainN`). */
export function drainN(rt: Runtime, p: P): Unit | undefined {
  if (p.work.balance()) enlistWorker(rt, p);
  const slot = tryGet(rt, p);
  const job = rt.jobs[rt.nextJob];
  if (slot === undefined) return job && markroot(rt, p, job);
  const unit = scanObject(rt, p, slot);
  if (p.scanWork >= gcCreditSlack) account(rt, p, false);
  return unit;
}

/** Somebody stops marking; true when nobody else is left and there is nothing to take (`mgc.go:gcEndWork`). */
export function endWork(rt: Runtime): boolean {
  rt.marking--;
  return rt.marking === 0 && !markWorkAvailable(rt);
}
