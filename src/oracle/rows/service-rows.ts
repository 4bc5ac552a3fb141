import * as v from 'valibot';

const size = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a run came to: KiB from one collection to the next, KiB, KiB, microseconds, and parts in 10,000 of all CPU time. */
export const serviceAnswers = ['allocated', 'goal', 'marked', 'marking', 'assists', 'workers', 'idle'] as const;
/** What it was like: KiB kept, KiB to be scanned of the heap and beside it, KiB held beside it, KiB a second of those who scan and of those who allocate. */
export const serviceInputs = ['kept', 'scanned', 'roots', 'nonHeap', 'scanRate', 'allocRate'] as const;
const values = (names: readonly string[]) => v.pipe(v.array(size), v.length(names.length));

/** `service@1`: a program that keeps a tree of 2^`levels` objects of 64 bytes and allocates beside it, as often as it was run. */
export const serviceRow = v.object({
  procs: size,
  /** Goroutines that allocate; rounds each turns after each KiB; microseconds each sleeps after each MiB. */
  busy: size,
  spin: size,
  nap: size,
  gogc: v.string(),
  /** MiB; 0 is none. */
  limit: size,
  levels: size,
  runs: v.array(v.tuple([values(serviceAnswers), values(serviceInputs)])),
});
