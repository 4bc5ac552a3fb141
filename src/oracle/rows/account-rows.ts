/** Rows of the recordings in which several counters tell of the same memory, and of huge pages. */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer());
const size = v.pipe(count, v.minValue(0));
const byName = v.record(v.string(), size);

/** One moment of a process. `memStats` and the classes of runtime/metrics (`heap/objects`; none before Go 1.16) in bytes, the rest in KiB; `rssKiB` of each line of `maps`. */
const moment = v.object({ op: v.string(), memStats: byName, classes: byName, status: byName, charged: byName, maps: v.string(), rssKiB: v.array(size) });

/** `account@1`: one Go process as everybody counts it; `charged` has the fields of a memory cgroup of version 1. */
export const accountRow = v.object({ name: v.string(), go: v.string(), env: v.array(v.string()), agreed: count, moments: v.array(moment) });

const setting = v.picklist(['always', 'madvise', 'never']);

/** `region@1`: 2 MiB of addresses of a C process after each step, under one setting of huge pages; `failed` is an errno or 0, `chargedKiB` the usage of its memory cgroup. */
export const regionRow = v.object({
  thp: setting,
  maxPtesNone: size,
  agreed: count,
  steps: v.array(v.object({ op: v.string(), failed: size, rssKiB: size, hugeKiB: size, chargedKiB: size })),
});

/** `inflated@1`: a Go heap given back in pieces, before and after khugepaged came by; MemStats in bytes. */
export const inflatedRow = v.object({
  go: v.string(),
  env: v.array(v.string()),
  maxPtesNone: size,
  agreed: count,
  steps: v.array(v.object({ op: v.string(), vmRSSKiB: size, hugeKiB: size, heapInuse: size, heapReleased: size, sys: size })),
});
