/** What a simulated program and its machine are like: inputs, none of them predicted. */
export interface CycleSettings {
  /** GOMAXPROCS, and the goroutines of the program. */
  readonly procs: number;
  readonly goroutines: number;
  /** Bytes that one goroutine allocates in a nanosecond while it runs. */
  readonly allocates: number;
  /** Bytes that one P scans in a nanosecond. */
  readonly scans: number;
  /** Bytes that the program keeps, once it has allocated so much. */
  readonly keeps: number;
}

/** An object is of one size here, with pointers up to its end: too large for marks in its span, so it goes through work buffers (`mheap.go:gcUsesSpanInlineMarkBits`). */
export const objectSize = 1024;
export const pageSize = 8192;
export const objectsPerSpan = pageSize / objectSize;

/** Globals of a small program in bytes, and a goroutine's stack: what it has and what is in use. */
export const roots = { data: 32_000, bss: 126_058, stack: 2048, stackInUse: 512 } as const;
export const globalsScan = roots.data + roots.bss;

/** Goroutines of the runtime itself: the sweeper, the scavenger, the one that forces a collection, the one of finalizers. */
export const runtimeGoroutines = 4;

/** Nanoseconds, chosen to be about what traces show; the model says nothing about them. */
export const costs = {
  /** A running P is at a safe point after so long at most. */
  safePoint: 20_000,
  /** What is done while the world stands, and besides for each P. */
  stopped: 6000, stoppedPerP: 1000,
  /** What the last worker does after it, for each P. */
  finishPerP: 3000,
  rootJob: 400, sweepSpan: 250, bufferedPointer: 5,
  /** A move of a pointer from one place to another, where nothing is allocated. */
  move: 1000,
} as const;

/** A goroutine of the program runs for at most `turn` nanoseconds, then waits for at most `rest`. */
export const habits = { turn: 1_000_000, rest: 200_000 } as const;
