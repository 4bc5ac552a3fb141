import * as v from 'valibot';

/** What one malloc library answered to one trace. */
export const mallocRow = v.object({
  /** A file of oracle/malloc/traces, or `random SEED MIX LENGTH MOST`: arguments of engine/allocators/random-trace.ts. */
  trace: v.string(),
  operations: v.number(),
  /**
   * One word for each operation but the frees, in lines of 64. Hex bytes from the heap's start, negative below it; `m` a block mapped on
   * its own, `0` null; for mimalloc SEGMENT:OFFSET, segments numbered as they first appear.
   */
  answers: v.array(v.string()),
});

/** What one library's malloc_usable_size said for requests of 0 to `limit` bytes: where it changes, and to what. */
export const usableRow = v.object({ library: v.string(), limit: v.number(), sizes: v.array(v.tuple([v.number(), v.number()])) });

/** Which blocks a library gave threads that took turns. */
export const heapThreadsRow = v.object({
  program: v.string(),
  /** Arguments of oracle/malloc/threads.c: threads, burst, size, rounds, who frees. */
  arguments: v.array(v.string()),
  /** Each burst of mallocs: `THREAD: OFFSET…`, hex bytes from the first block of all; -OFFSET below it. */
  turns: v.array(v.pipe(v.string(), v.regex(/^\d+:(?: -?[0-9a-f]+)+$/))),
});

/** What one library answered to a program of a figure. */
export const heapProgramRow = v.object({
  library: v.string(),
  env: v.array(v.string()),
  program: v.string(),
  /** `CALL = ANSWER, HEAP`: a line of .rep text, an answer as in {@link mallocRow} (`-` a free), and bytes from the heap's start to the break after it. */
  calls: v.array(v.pipe(v.string(), v.regex(/^(?:[acr] \d+ \d+|f \d+) = (?:-|m|\d+:[0-9a-f]+|[0-9a-f]+), \d+$/))),
});
