/** Rows of the recordings that look at a process from outside. Text fields are as the kernel printed them. */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer());
const size = v.pipe(count, v.minValue(0));
const address = v.pipe(v.string(), v.regex(/^0x[0-9a-f]+$/));

/** `process@1`: one live process. `status` has the kB fields of /proc/PID/status and `Threads`. */
export const processRow = v.object({
  status: v.record(v.string(), size),
  printed: v.record(v.string(), v.string()),
  maps: v.string(),
  smaps: v.string(),
  smapsRollup: v.string(),
  pmap: v.string(),
});

/** One memory system call; `name` is what the runtime calls the mapping, where it tells. */
const call = v.object({
  call: v.picklist(['mmap', 'munmap', 'madvise']),
  hint: v.string(),
  bytes: size,
  how: v.string(),
  result: v.string(),
  name: v.nullable(v.string()),
});

/** `startup@1`: the calls of one starting Go program, in order; `agreed` of the runs made the same. */
export const startupRow = v.object({ go: v.string(), heapArenaBytes: size, agreed: count, calls: v.array(call) });

/** The heap's mapping once a program has touched `mib` MiB; HeapSys and Sys in bytes. */
const heapMapped = v.object({
  mib: size,
  heapStart: address,
  heapRwKiB: size,
  reservedKiB: size,
  heapSys: size,
  sys: size,
  vmSizeKiB: size,
  vmRSSKiB: size,
});

/** `growth@1`: how the heap's mapping of one Go version grows, its base not randomised; `naturalStart` is that of a plain build. */
export const growthRow = v.object({ go: v.string(), agreed: count, naturalStart: address, stages: v.array(heapMapped) });

/** `elf@1`: what a program file asks the loader for; sizes in bytes. */
export const elfRow = v.object({
  name: v.string(),
  build: v.string(),
  type: v.picklist(['EXEC', 'DYN']),
  interpreter: v.string(),
  segments: v.array(v.object({ flags: v.string(), offset: address, vaddr: address, fileSize: size, memSize: size })),
  sections: v.array(v.object({ name: v.string(), vaddr: address, size, type: v.string() })),
});

/** `ulimit@1`: how a program fared under `ulimit -v`; `outcome` is runs, exit N or a signal. */
export const ulimitRow = v.object({ limitKiB: size, outcome: v.string(), message: v.string(), agreed: size, of: size });

/** `touch@1`: one range of pages after one step; `mincore` and `pages` count pages of 4 KiB. */
export const touchRow = v.object({
  op: v.string(),
  pages: size,
  vmSizeKiB: size,
  rssKiB: size,
  lazyFreeKiB: size,
  hugeKiB: size,
  mincore: size,
  minorFaults: size,
  mappings: v.array(v.string()),
});

/** `sbrk@1`: one call, in bytes relative to the first break; `answer` is null where sbrk failed. */
export const sbrkRow = v.object({ n: count, answer: v.nullable(count), error: v.string(), break: count, heapKiB: size });

/** One moment of a Go process: the runtime's counters in bytes, the kernel's in KiB. */
const counted = v.object({
  op: v.string(),
  heapAlloc: size,
  heapInuse: size,
  heapIdle: size,
  heapReleased: size,
  heapSys: size,
  sys: size,
  numGC: size,
  vmSizeKiB: size,
  vmRSSKiB: size,
  rssAnonKiB: size,
  rssFileKiB: size,
  lazyFreeKiB: size,
});

/** `counters@1`: one Go process, step by step. */
export const countersRow = v.object({ what: v.string(), go: v.string(), env: v.array(v.string()), agreed: count, steps: v.array(counted) });

/** `idle@1`: the resident set of a Go process that fell from 400 to 50 MiB live and then did nothing. */
export const idleRow = v.object({ go: v.string(), then: v.string(), samples: v.array(v.object({ seconds: size, vmRSSKiB: size })) });

/** `give-back@1`: a Go process whose live heap became smaller, once a second where that showed something new; counters in bytes. */
export const giveBackRow = v.object({
  go: v.string(),
  steps: v.string(),
  samples: v.array(v.object({ op: v.string(), seconds: size, numGC: size, heapInuse: size, heapReleased: size, heapSys: size, vmRSSKiB: size })),
});

/** `working-set@1`: what a memory cgroup charges, in KiB; `heapAlloc` in bytes. */
export const workingSetRow = v.object({
  op: v.string(),
  usage: size,
  rss: size,
  inactiveFile: size,
  activeFile: size,
  workingSet: size,
  vmRSSKiB: size,
  heapAlloc: size,
});

/** `reused@1`: the same, step by step, where memory is given back in one way and used again. */
export const reusedRow = v.object({ env: v.array(v.string()), agreed: count, steps: v.array(workingSetRow) });

/** `serving@1`: what one service gives of itself and the kernel of it, each text as it was printed; `earlier` is a scrape `seconds` before the others. */
export const servingRow = v.object({
  status: v.record(v.string(), size),
  earlier: v.string(),
  seconds: v.number(),
  scrape: v.string(),
  profile: v.string(),
  object: v.string(),
  array: v.string(),
  vars: v.string(),
  smaps: v.string(),
  smapsRollup: v.string(),
  stat: v.string(),
  prefixed: v.string(),
  headed: v.string(),
});

/** `maps@1`: how many mappings a process has after some calls, of which the last may have failed. */
export const mapsRow = v.object({ op: v.string(), calls: size, error: v.string(), mappings: size, vmRSSKiB: size, vmPTEKiB: size });

/** `price@1`: one operation of one library, the loop around it included; the program's own instructions, null where nobody counted. */
export const priceRow = v.object({ library: v.string(), op: v.string(), instructions: v.nullable(size), ns: v.number() });

/** `turns@1`: a process whose threads work in turn, with one malloc; what the kernel counts after each stage. */
export const turnsRow = v.object({
  library: v.string(),
  env: v.array(v.string()),
  agreed: size,
  stages: v.array(v.object({ op: v.string(), vmRSSKiB: size, vmSizeKiB: size })),
});

/** `threads@1`: a Go process whose goroutines wait in system calls or in C; threads and mappings as the kernel shows them, MemStats in bytes. */
export const threadsRow = v.object({
  name: v.string(),
  go: v.string(),
  env: v.array(v.string()),
  agreed: size,
  steps: v.array(v.object({
    op: v.string(),
    goroutines: size,
    threads: size,
    created: size,
    threadStacks: size,
    glibcArenas: size,
    vmSizeKiB: size,
    vmRSSKiB: size,
    stackInuse: size,
    stackSys: size,
    heapAlloc: size,
    sys: size,
  })),
});

/** `emptied@1`: bytes that a map with int keys has of the heap after one step; the least and the most of all runs. */
export const emptiedRow = v.object({ elem: size, entries: size, op: v.picklist(['insert', 'delete', 'again', 'clear', 'renew']), least: size, most: size });

/** `fragment@1`: a thinned Go heap; counters in bytes. */
export const fragmentRow = v.object({ op: v.string(), heapAlloc: size, heapInuse: size, heapIdle: size, heapReleased: size, vmRSSKiB: size });

/** `specials@1`: objects that carry a finalizer, a cleanup or nothing, after each collection; counters in bytes. */
export const specialsRow = v.object({
  with: v.string(),
  agreed: count,
  stages: v.array(v.object({ op: v.string(), heapObjects: size, heapAlloc: size, otherSys: size, vmRSSKiB: size })),
});

/** `growing@1`: a Go heap whose one slice is replaced by longer ones; counters in bytes. */
export const growingRow = v.object({ op: v.string(), heapAlloc: size, heapSys: size, heapIdle: size, heapReleased: size, vmRSSKiB: size });
