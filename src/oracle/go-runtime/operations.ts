/** What the live Go runtime can be asked, in the order of `table` in oracle/live/main.go. */

const spanFields = ['state', 'base', 'npages', 'elemSize', 'nelems', 'freeIndex', 'allocCount', 'spanClass', 'sweepGen', 'allocCacheHigh', 'allocCacheLow'] as const;
const objectFields = ['addr', 'base', 'elemSize', 'nelems', 'freeIndex', 'spanClass'] as const;
const pacerFields = ['heapLive', 'heapGoal', 'trigger', 'heapMarked', 'stackScan', 'globalsScan', 'heapScan', 'inUse', 'free', 'released', 'mappedReady', 'heapMinimum', 'numGC', 'phase', 'gcPercent'] as const;
/** Up to fourteen numbers of one kind. */
const several = ['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12', 'v13'] as const;

/** Arguments (at most three) and answers (at most fifteen) of each operation; sizes in bytes, flags 0 or 1. */
export const operations = {
  allocate: { args: ['slot', 'size', 'pointers'], answer: objectFields },
  typed: { args: ['slot', 'kind'], answer: objectFields },
  link: { args: ['from', 'word', 'to'], answer: [] },
  drop: { args: ['slot'], answer: [] },
  collect: { args: [], answer: pacerFields },
  setGCPercent: { args: ['percent'], answer: ['former'] },
  setMemoryLimit: { args: ['kib'], answer: ['former'] },
  garbage: { args: ['count', 'size', 'pointers'], answer: ['made'] },
  grow: { args: ['depth', 'frame'], answer: ['stacks', ...several] },
  yield: { args: ['nanoseconds'], answer: [] },
  memStats: { args: [], answer: ['heapAlloc', 'heapSys', 'heapIdle', 'heapInuse', 'heapReleased', 'heapObjects', 'mallocs', 'frees', 'stackInuse', 'sys', 'nextGC', 'numGC', 'totalAlloc', 'mspanInuse', 'gcSys'] },
  span: { args: ['index'], answer: [...spanFields, 'spans'] },
  allocBits: { args: ['index', 'word'], answer: ['high', 'low'] },
  cached: { args: ['spanClass'], answer: spanFields },
  tiny: { args: [], answer: ['start', 'offset', 'allocs'] },
  pageCache: { args: [], answer: ['base', 'freeHigh', 'freeLow', 'scavengedHigh', 'scavengedLow'] },
  pages: { args: ['page'], answer: ['allocatedHigh', 'allocatedLow', 'scavengedHigh', 'scavengedLow'] },
  pageRange: { args: [], answer: ['start', 'end', 'search', 'arenaBase', 'arenaEnd', 'arenas', 'break'] },
  arena: { args: ['index'], answer: ['addr'] },
  central: { args: ['spanClass', 'list', 'from'], answer: ['count', ...several] },
  pacer: { args: [], answer: pacerFields },
  constant: { args: ['index'], answer: ['value'] },
  sizeClass: { args: ['index'], answer: ['size', 'npages'] },
  roundupsize: { args: ['size', 'noscan'], answer: ['size'] },
  finalizer: { args: ['slot', 'id'], answer: [] },
  cleanup: { args: ['slot', 'id'], answer: [] },
  weakMake: { args: ['slot', 'handle'], answer: [] },
  weakValue: { args: ['handle'], answer: ['addr'] },
  events: { args: ['from'], answer: ['count', ...several] },
  freeOSMemory: { args: [], answer: pacerFields },
  append: { args: ['len', 'more', 'element'], answer: ['cap'] },
  accounts: { args: [], answer: ['totalAlloc', 'totalFree', 'memoryLimit', 'percentGoal', 'lastTrigger', 'runway', 'sweepDistMin', 'lastHeapGoal', 'consMark', 'threads'] },
  scheduler: { args: [], answer: ['schedtick'] },
  systems: { args: [], answer: ['sys', 'heapSys', 'stackSys', 'mspanSys', 'mcacheSys', 'buckHashSys', 'gcSys', 'otherSys', 'stackInuse', 'mspanInuse', 'mcacheInuse'] },
} as const;

/** The constants of the build, in the order of `OracleConst`. */
export const constants = [
  'numSizeClasses', 'pageSize', 'heapArenaBytes', 'pallocChunkPages', 'maxTinySize', 'minSizeForMallocHeader', 'maxSmallObject', 'mallocHeaderSize',
  'stackMin', 'fixedStack', 'stackGuard', 'numStackOrders', 'physPageSize', 'startingStackSize',
  'mspan', 'mcache', 'g', 'm', 'p', 'hchan', 'heapArena',
] as const;

/** What `typed` allocates, by kind. */
export const kinds = ['bool', 'int16', 'int32', 'int64', '[3]byte', '[12]byte', '*int', '[2]*int', '[6]int', '[6]*int'] as const;

/** What `append` appends, by element. */
export const elements = ['byte', 'int32', 'int64', '*int', '[3]int64', '[3]byte'] as const;

export type Name = keyof typeof operations;
type ArgsOf<K extends Name> = (typeof operations)[K]['args'][number];
type FieldsOf<K extends Name> = (typeof operations)[K]['answer'][number];

/** One operation, such as `{ do: 'allocate', slot: 0, size: 48, pointers: 1 }`. */
export type RuntimeOp<K extends Name = Name> = { [N in K]: { readonly do: N } & Readonly<Record<ArgsOf<N>, number>> }[K];

/** Why an operation was refused, by status; `trapped` is the host's own. */
export const refusals = ['unknown operation', 'bad slot', 'empty slot', 'bad size', 'bad argument', 'full', 'trapped'] as const;
export type Refusal = (typeof refusals)[number];

/** What the runtime answered: the fields of the operation, or why it was refused. */
export type RuntimeAnswer<K extends Name = Name> = { [N in K]: Readonly<Record<FieldsOf<N>, number>> }[K] | { readonly refused: Refusal };

const codes = new Map(Object.keys(operations).map((name, code) => [name, code]));

/** The operation as four 32-bit words. */
export function encode(op: RuntimeOp): [number, number, number, number] {
  const given: Readonly<Record<string, unknown>> = op;
  const [a = 0, b = 0, c = 0] = operations[op.do].args.map((name) => Number(given[name]));
  return [codes.get(op.do) ?? -1, a, b, c];
}

/** The operation that some words say; words left out at the end are 0. Throws where no operation has the code. */
export function operationOf([code = -1, ...words]: readonly number[]): RuntimeOp {
  const name = Object.keys(operations)[code] as Name | undefined;
  if (!name) throw new Error(`No operation has the code ${code}.`);
  return { do: name, ...Object.fromEntries(operations[name].args.map((arg, i) => [arg, words[i] ?? 0])) } as unknown as RuntimeOp;
}

/** The answer to `op` from a row: a status, then fifteen values. */
export function decode(op: RuntimeOp, row: ArrayLike<number>): RuntimeAnswer {
  const status = row[0] ?? 0;
  if (status !== 0) return { refused: refusals[status < 0 ? refusals.length - 1 : status - 1]! };
  return Object.fromEntries(operations[op.do].answer.map((name, i) => [name, row[i + 1] ?? 0])) as unknown as RuntimeAnswer;
}
