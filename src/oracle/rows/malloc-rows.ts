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
