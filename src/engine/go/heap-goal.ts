/** How large the heap may grow before the next collection must be done (`mgcpacer.go`, Go 1.19 and later). All in bytes. */

/** What the last collection marked, and what it has to scan beside the heap. */
export interface Marked { readonly heapMarked: number; readonly stackScan: number; readonly globalsScan: number }

/** The heap's minimum at GOGC=100 (`defaultHeapMinimum`). */
const defaultHeapMinimum = 4 * 2 ** 20;

/** The goal is never below this (`mgcpacer.go:setGCPercent`). */
export const heapMinimum = (gcPercent: number): number => Math.floor((defaultHeapMinimum * gcPercent) / 100);

/** The goal that GOGC sets; off below zero (`mgcpacer.go:commit`; roots count since Go 1.18). */
export function percentGoal({ heapMarked, stackScan, globalsScan }: Marked, gcPercent: number): number {
  if (gcPercent < 0) return Infinity;
  const runway = Math.floor(((heapMarked + stackScan + globalsScan) * gcPercent) / 100);
  return Math.max(heapMarked + runway, heapMinimum(gcPercent));
}

/** What the memory limit is held against. */
export interface Held {
  readonly memoryLimit: number;
  /** Mapped and not released: Sys − HeapReleased. */
  readonly mappedReady: number;
  /** Free pages not yet given back. */
  readonly heapFree: number;
  /** Bytes in objects. */
  readonly heapAlloc: number;
  readonly heapMarked: number;
}

const headroomPercent = 3;
const leastHeadroom = 2 ** 20;

/** The goal that GOMEMLIMIT sets (`mgcpacer.go:memoryLimitHeapGoal`). */
export function limitGoal({ memoryLimit, mappedReady, heapFree, heapAlloc, heapMarked }: Held): number {
  const nonHeap = mappedReady - heapFree - heapAlloc;
  const overage = Math.max(0, mappedReady - memoryLimit);
  if (nonHeap + overage >= memoryLimit) return heapMarked;
  const room = memoryLimit - (nonHeap + overage);
  const headroom = Math.max(Math.floor(room / 100) * headroomPercent, leastHeadroom);
  const goal = room < 2 * headroom ? headroom : room - headroom;
  return Math.max(goal, heapMarked);
}

/** Sweeping must find at least this much allocation to keep pace with (`sweepMinHeapDistance`). */
const sweepMinHeapDistance = 2 ** 20;

/**
 * The goal right after a collection: the smaller of both, and where GOGC's is the smaller, far enough away that
 * sweeping can be done by then (`mgcpacer.go:heapGoalInternal`, `commit`).
 */
export function heapGoal(marked: Marked, gcPercent: number, held: Held): number {
  const percent = percentGoal(marked, gcPercent);
  const limit = limitGoal(held);
  return limit < percent ? limit : Math.max(percent, marked.heapMarked + sweepMinHeapDistance);
}
