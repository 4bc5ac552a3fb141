/** Where marking stands. Work is bytes scanned, heap is bytes allocated. */
export interface MarkProgress {
  readonly gcPercent: number;
  readonly goal: number;
  /** The live heap when marking began, and now. */
  readonly triggered: number;
  readonly heapLive: number;
  /** Scanned so far, what the last collection had to scan, and the most there may be. */
  readonly work: number;
  readonly expected: number;
  readonly most: number;
}

/** With GOGC off the heap may in an emergency grow by this percentage. */
const gcPercentWhenOff = 100_000;
/** Past its goal the heap may grow by a tenth more. */
const maxOvershoot = 1.1;
/** Marking is never held to be done (`mgcpacer.go:revise`). */
const leastWork = 1000;

/** Bytes to scan for each byte allocated, so that marking is done when the heap reaches its goal (`mgcpacer.go:revise`, Go 1.27). */
export function assistWorkPerByte(progress: MarkProgress): number {
  const { goal, expected } = held(progress);
  return Math.max(expected - progress.work, leastWork) / Math.max(goal - progress.heapLive, 1);
}

/** What marking is held to: more work than expected moves the goal out in proportion, an overshot goal moves once more. */
function held({ gcPercent, goal, triggered, heapLive, work, expected, most }: MarkProgress): { goal: number; expected: number } {
  const percent = gcPercent < 0 ? gcPercentWhenOff : gcPercent;
  const more = work > expected;
  const moved = more ? Math.min(((goal - triggered) / expected) * most + triggered, (1 + percent / 100) * goal) : goal;
  const overshot = heapLive > moved;
  return { goal: overshot ? moved * maxOvershoot : moved, expected: more || overshot ? most : expected };
}
