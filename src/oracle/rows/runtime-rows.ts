/** Rows of the recordings that look into the Go runtime or compare its versions. Sizes are bytes. */
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer());
const size = v.pipe(count, v.minValue(0));
const pairs = v.array(v.tuple([size, size]));
const byName = v.record(v.string(), size);

/** `script@1`: a program for the live runtime and its answers; codes and values as in go-runtime/operations.ts, zeros at the end left out. */
export const scriptRow = v.object({
  name: v.string(),
  ops: v.array(v.pipe(v.array(count), v.minLength(1), v.maxLength(4))),
  answers: v.array(v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(16))),
  agreed: size,
  of: size,
});

/** `size-class@1`: objects a span of the class holds; null where the runtime makes no such span. */
export const sizeClassRow = v.object({ class: size, size, npages: size, nelemsNoscan: v.nullable(size), nelemsPointers: v.nullable(size) });

/** `constant@1`: a constant of the runtime, or the size of one of its structures. */
export const constantRow = v.object({ name: v.string(), value: size });

/** `roundupsize@1`: from `from` bytes on, up to the next row. */
export const roundupsizeRow = v.object({ from: size, noscan: size, pointers: size });

/** `append@1`: the capacity after appending `more` elements to a slice of length and capacity `len`. */
export const appendRow = v.object({ element: v.string(), len: size, more: size, cap: size });

const byVersion = <Result extends v.GenericSchema>(result: Result) => v.object({ go: v.string(), agreed: count, result });

/** `blackbox@1`: the allocator of one version, measured from outside. Pairs say: from n bytes on, rounded to. */
export const blackboxRow = byVersion(v.object({
  classes: v.array(size),
  roundedNoscan: pairs,
  roundedPointers: pairs,
  appendInt64: v.array(size),
  appendByte: v.array(size),
  appendLocal: v.array(size),
  charged: byName,
  perPage: byName,
  nextGC: byName,
}));

/** `depth@1`: StackInuse while a stack grows and after each collection. */
export const depthRow = byVersion(v.object({ start: size, medium: size, large: size, shrinks: v.array(size), steps: v.array(size) }));

/** `retained@1`: MiB alive after each step of probe/retained. */
export const retainedRow = byVersion(byName);

/** `starting@1`: how large new goroutines' stacks are before a collection, and after it with a `g` at hand or without. */
export const startingRow = byVersion(v.object({ before: size, reused: size, fresh: size }));

/** `stacks@1`: where fresh stacks of one version begin, from the lowest on, and of what size a stack was when the program died of it. */
export const stacksRow = v.object({ go: v.string(), fresh: v.array(size), deaths: v.array(v.object({ limit: size, said: v.string(), size, used: size, exit: count })) });

const stage = v.object({
  op: v.string(),
  goroutines: size,
  stackInuse: size,
  stackSys: size,
  heapAlloc: size,
  heapSys: size,
  sys: size,
  vmRSSKiB: size,
});

/** `goroutines@1`: what 100,000 goroutines cost one version. */
export const goroutinesRow = v.object({ go: v.string(), stages: v.array(stage) });

/** `escapes@1`: by function what the compiler says of it, one message a line; `toHeap` counts what goes to the heap. `calls`: objects and bytes that one call puts there. */
export const escapesRow = v.object({
  go: v.string(),
  says: v.record(v.string(), v.string()),
  toHeap: size,
  calls: v.array(v.object({ call: v.string(), mallocs: size, bytes: size })),
});

/** `gctrace@1`: what GODEBUG=gctrace=1 printed. */
export const gctraceRow = v.object({ go: v.string(), program: v.string(), text: v.string() });

/** `gctrace-settings@1`: the same of the pinned Go under settings of the environment. */
export const gctraceSettingsRow = v.object({ env: v.array(v.string()), program: v.string(), text: v.string() });
const when = v.tuple([count, count]);

/** `gc-cycle@1`: one collection as its execution trace tells it. Times in nanoseconds since it began. */
export const gcCycleRow = v.object({
  procs: size,
  goal: size,
  next: size,
  /** From the wish to stop the world to its start. */
  stops: v.array(when),
  /** P, goroutine, what it did, from, to. */
  stretch: v.array(v.tuple([size, size, v.picklist(['program', 'assist', 'dedicated', 'fractional', 'idle', 'stop', 'finish', 'bgsweep', 'bgscavenge', 'sweep']), count, count])),
  swept: v.array(count),
  sweeps: size,
  /** Time, bytes of objects. */
  heap: v.array(v.tuple([count, size])),
});

/** `green-tea@1`: how two million objects were marked: nanoseconds of a collection, objects scanned one at a visit and several, visits that scanned several. */
export const greenTeaRow = v.object({ collector: v.picklist(['graph flood', 'green tea']), heap: v.picklist(['slice', 'shuffled', 'tree', 'list']), ns: size, single: size, batched: size, dense: size, spans: size });

const some = v.array(size);

/** `leaks@1`: channels, those a package-level variable leads to, goroutines that wait for some and hold some, and which of them the goroutineleak profile names. */
export const leaksRow = v.object({ name: v.string(), channels: size, global: some, goroutines: v.array(v.object({ waits: some, holds: some })), leaked: some });
