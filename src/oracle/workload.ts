/** Random programs for the heap, asked of our machine and of the live Go runtime alike. */
import type { HeapOp } from '../engine/go/heap/heap-machine.ts';
import { random, type Random } from '../engine/random.ts';
import { kinds, type RuntimeAnswer, type RuntimeOp } from './go-runtime.ts';

/** One kind of program: whether it collects, how many bytes beyond 6,000 its large objects can have and, one in a hundred, its huge ones, and how many objects it holds at most. */
export interface Workload { readonly collects: boolean; readonly large: number; readonly huge: number; readonly slots: number }

export const workloads = {
  'without collections': { collects: false, large: 200_000, huge: 200_000, slots: 1000 },
  'small, collected': { collects: true, large: 20_000, huge: 20_000, slots: 1000 },
  'large, collected': { collects: true, large: 200_000, huge: 700_000, slots: 1000 },
} as const satisfies Record<string, Workload>;

/** Few objects live, most spans hold one or none of them. */
export const sparse: Workload = { collects: false, large: 200_000, huge: 200_000, slots: 40 };

/** How much of each workload every test run lays beside the live runtime: this many seeds, each so long. */
export const compared = { seeds: 100, operations: 3000 } as const;

/** Bytes and pointers of each typed value. */
const shapes: Readonly<Record<(typeof kinds)[number], { readonly size: number; readonly pointers: boolean }>> = {
  bool: { size: 1, pointers: false }, int16: { size: 2, pointers: false }, int32: { size: 4, pointers: false }, int64: { size: 8, pointers: false },
  '[3]byte': { size: 3, pointers: false }, '[12]byte': { size: 12, pointers: false },
  '*int': { size: 8, pointers: true }, '[2]*int': { size: 16, pointers: true }, '[6]int': { size: 48, pointers: false }, '[6]*int': { size: 48, pointers: true },
};

const giveWay: RuntimeOp = { do: 'yield', nanoseconds: 0 };
const sleep: RuntimeOp = { do: 'yield', nanoseconds: 2_000_000 };

/**
 * What the live runtime must do before its heap is at rest: four times sleep and collect, so that what timers
 * and the poller will ever allocate is there. The pacer is off: only `collect` collects.
 */
export const warmUp: readonly RuntimeOp[] = [{ do: 'setGCPercent', percent: -1 }, ...Array.from({ length: 4 }, () => [sleep, { do: 'collect' }, sleep] as const).flat()];

/** Of ten objects one is tiny, seven are small, and one in twenty may be large. */
function someSize(chance: Random, { large, huge }: Workload): number {
  const share = chance.int(100);
  if (share < 10) return 1 + chance.int(15);
  if (share < 80) return 8 + chance.int(500);
  if (share < 95) return 500 + chance.int(6000);
  return 6000 + chance.int(share < 99 ? large : huge);
}

/** A program under way: which slots hold how many words of pointers. */
interface Course { readonly chance: Random; readonly words: Map<number, number>; readonly workload: Workload }

function allocation({ chance, words, workload }: Course, slot: number): RuntimeOp {
  const pointers = chance.int(2);
  const size = someSize(chance, workload);
  const whole = pointers ? Math.ceil(size / 8) * 8 : size;
  words.set(slot, pointers ? whole / 8 : 0);
  return { do: 'allocate', slot, size: whole, pointers };
}

function linkage({ chance, words, workload }: Course, from: number): RuntimeOp[] {
  const to = chance.int(workload.slots);
  const room = words.get(from) ?? 0;
  return room > 0 && words.has(to) ? [{ do: 'link', from, word: chance.int(Math.min(room, 8)), to }] : [];
}

/** One step: 65 of 100 allocate, 15 link, 18 drop; of the other two every fourth collects. */
function step(course: Course): RuntimeOp[] {
  const { chance, words, workload } = course;
  const [share, slot] = [chance.int(100), chance.int(workload.slots)];
  if (share < 65) return [allocation(course, slot)];
  if (share < 80) return linkage(course, slot);
  if (share < 98) {
    words.delete(slot);
    return [{ do: 'drop', slot }];
  }
  return workload.collects && chance.int(4) === 0 ? collection(course, slot) : [];
}

/**
 * A collection, before every other one a tiny object that is dropped at once: its block must live on.
 * Two yields let the runtime's own goroutines give the mark queues' pages back.
 */
function collection({ chance, words }: Course, slot: number): RuntimeOp[] {
  const collected: RuntimeOp[] = [{ do: 'collect' }, giveWay, giveWay];
  if (chance.int(2) === 0) return collected;
  words.delete(slot);
  return [{ do: 'allocate', slot, size: 1 + chance.int(15), pointers: 0 }, { do: 'drop', slot }, ...collected];
}

/** The program of a seed: `ops` steps, and a yield every hundred, since nothing interrupts a goroutine on wasm. */
export function heapProgram(workload: Workload, seed: number, ops: number): RuntimeOp[] {
  const course: Course = { chance: random(seed), words: new Map(), workload };
  return Array.from({ length: ops }, (_, i) => (i % 100 === 99 ? [...step(course), giveWay] : step(course))).flat();
}

/** One of our operations as the live runtime is asked: a collection is followed by two yields, as in every workload. */
export function liveOps(op: HeapOp): readonly RuntimeOp[] {
  switch (op.do) {
    case 'allocate': return [{ ...op, pointers: op.pointers ? 1 : 0 }];
    case 'collect': return [op, giveWay, giveWay];
    case 'link': case 'drop': case 'setGCPercent': return [op];
    case 'yield': return [giveWay];
    // Measured or decided by the live runtime itself.
    case 'roots': case 'elsewhere': case 'marked': return [];
    case 'setMemoryLimit': return [{ do: 'setMemoryLimit', kib: op.bytes === Infinity ? -1 : Math.floor(op.bytes / 1024) }];
    case 'readMemStats': return [{ do: 'memStats' }];
  }
}

/** The operation as our machine takes it; undefined where only the live runtime has something to do. What it scanned beside the heap is an input. */
export function heapOp(op: RuntimeOp, real?: RuntimeAnswer): HeapOp | undefined {
  switch (op.do) {
    case 'allocate': return { do: 'allocate', slot: op.slot, size: op.size, pointers: op.pointers === 1 };
    case 'typed': return { do: 'allocate', slot: op.slot, ...shapes[kinds[op.kind]!] };
    case 'link': case 'drop': case 'collect': case 'setGCPercent': return op;
    case 'setMemoryLimit': return { do: 'setMemoryLimit', bytes: op.kib < 0 ? Infinity : op.kib * 1024 };
    case 'memStats': case 'systems': return { do: 'readMemStats' };
    case 'pacer': return real && 'stackScan' in real ? { do: 'roots', stackScan: real.stackScan, globalsScan: real.globalsScan } : undefined;
    default: return undefined;
  }
}
