import { growslice } from '../engine/go/append.ts';
import { heapGoal } from '../engine/go/heap-goal.ts';
import { maxTinySize, requestOf, roundupsize, slotSize } from '../engine/go/request.ts';
import { sizeClasses } from '../engine/go/size-classes.ts';
import { nelems } from '../engine/go/span-layout.ts';
import { Tiny } from '../engine/go/tiny.ts';
import { random, type Random } from '../engine/random.ts';
import { goGC, goGCExplicit, goGCStopped } from './collector.ts';
import { goHeapConcurrent, goHeapConcurrentStacks, goHeapShared } from './concurrent-heap.ts';
import { goHeap, goHeapPaced } from './go-heap.ts';
import { goHeapStacks, goStacks } from './go-stacks.ts';
import { elements, kinds, type RuntimeAnswer, type RuntimeOp } from './go-runtime.ts';

type Fields = Readonly<Record<string, number>>;

/** One machine of ours and how the real runtime is asked the same: by seed, operation by operation. */
export interface Differential {
  /** Environment of the runtime. */
  readonly env?: readonly string[];
  readonly program: (seed: number, ops: number) => readonly RuntimeOp[];
  /** The fields each answer must have; undefined where nothing is claimed. `real` is given for inputs only. */
  readonly expected: (program: readonly RuntimeOp[], real: readonly RuntimeAnswer[]) => readonly (Fields | undefined)[];
  /** What of a real answer is compared, where that is not the answer itself. */
  readonly normal?: (program: readonly RuntimeOp[], real: readonly RuntimeAnswer[]) => readonly Fields[];
}

const times = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i));

/** A size between 1 and `most` bytes, small ones as often as large ones. */
function someSize(chance: Random, most: number): number {
  const doublings = chance.int(Math.ceil(Math.log2(most)) + 1);
  return Math.min(most, 1 + chance.int(2 ** doublings));
}

const slots = 512;

const sizeClass: Differential = {
  program(seed, ops) {
    const chance = random(seed);
    return [
      ...times(sizeClasses.length, (index): RuntimeOp => ({ do: 'sizeClass', index })),
      ...times(ops, (i): RuntimeOp => ({ do: 'allocate', slot: i % slots, size: someSize(chance, 65_536), pointers: chance.int(2) })),
    ];
  },
  expected: (program) => program.map((op) => {
    if (op.do === 'sizeClass') return { ...sizeClasses[op.index]! };
    if (op.do !== 'allocate') return undefined;
    // A pointerful object is made as a slice of words.
    const size = op.pointers ? Math.ceil(op.size / 8) * 8 : op.size;
    const request = requestOf(size, op.pointers === 1);
    const slot = { elemSize: slotSize(request) };
    if (request.kind === 'zero' || request.kind === 'large') return { ...slot, nelems: 1 };
    return { ...slot, nelems: nelems(request.class, op.pointers === 0), spanClass: request.class * 2 + 1 - op.pointers };
  }),
};

const roundUp: Differential = {
  program(seed, ops) {
    const chance = random(seed);
    return times(ops, (): RuntimeOp => ({ do: 'roundupsize', size: someSize(chance, 70_000), noscan: chance.int(2) }));
  },
  expected: (program) => program.map((op) => (op.do === 'roundupsize' ? { size: roundupsize(op.size, op.noscan === 1) } : undefined)),
};

/** Size and pointers of each element the runtime can append. */
const elementShapes: Readonly<Record<(typeof elements)[number], { readonly size: number; readonly pointers: boolean }>> = {
  byte: { size: 1, pointers: false }, int32: { size: 4, pointers: false }, int64: { size: 8, pointers: false },
  '*int': { size: 8, pointers: true }, '[3]int64': { size: 24, pointers: false }, '[3]byte': { size: 3, pointers: false },
};

const append: Differential = {
  program(seed, ops) {
    const chance = random(seed);
    return times(ops, (): RuntimeOp => ({ do: 'append', len: someSize(chance, 20_000), more: someSize(chance, 2_000), element: chance.int(elements.length) }));
  },
  expected: (program) => program.map((op) => {
    if (op.do !== 'append') return undefined;
    const { size, pointers } = elementShapes[elements[op.element]!];
    // make([]T, n) has capacity n exactly.
    return { cap: growslice(op.len + op.more, op.len, size, pointers) };
  }),
};

/** Bytes of each typed value that has no pointers and is below 16. */
const tinyKinds: Readonly<Partial<Record<(typeof kinds)[number], number>>> = { bool: 1, int16: 2, int32: 4, int64: 8, '[3]byte': 3, '[12]byte': 12 };

const tiny: Differential = {
  program(seed, ops) {
    const chance = random(seed);
    const made = times(ops, (i): RuntimeOp => (chance.int(3) === 0
      ? { do: 'allocate', slot: i % slots, size: 1 + chance.int(15), pointers: 0 }
      : { do: 'typed', slot: i % slots, kind: chance.int(Object.keys(tinyKinds).length) }));
    return [{ do: 'memStats' }, ...made];
  },
  expected(program) {
    let blocks = 0;
    const allocator = new Tiny(() => blocks++);
    return program.map((op) => {
      const size = op.do === 'allocate' ? op.size : op.do === 'typed' ? tinyKinds[kinds[op.kind]!] : undefined;
      if (size === undefined) return undefined;
      const { block, offset } = allocator.place(size);
      return { block, offset };
    });
  },
  /** Blocks numbered in the order in which they first appear. */
  normal(_program, real) {
    const seen = new Map<number, number>();
    return real.map((answer) => {
      if (!('addr' in answer)) return {};
      const base = answer.addr - (answer.addr % maxTinySize);
      if (!seen.has(base)) seen.set(base, seen.size);
      return { block: seen.get(base)!, offset: answer.addr - base };
    });
  },
};

const goal: Differential = {
  program(seed, ops) {
    const chance = random(seed);
    return times(Math.ceil(ops / 5), (): readonly RuntimeOp[] => [
      { do: 'setGCPercent', percent: [10, 50, 100, 200, 400][chance.int(5)]! },
      { do: 'setMemoryLimit', kib: chance.int(3) === 0 ? -1 : 4_096 + chance.int(60_000) },
      { do: 'allocate', slot: chance.int(40), size: someSize(chance, 2 ** 20), pointers: chance.int(2) },
      { do: 'collect' },
      { do: 'accounts' },
    ]).flat();
  },
  expected: (program, real) => program.map((op, i) => {
    if (op.do !== 'collect') return undefined;
    const [after, accounts] = [real[i]! as Fields, real[i + 1]! as Fields];
    const { heapMarked, stackScan, globalsScan, mappedReady, free, gcPercent } = after as { readonly [name: string]: number } & Record<'heapMarked' | 'stackScan' | 'globalsScan' | 'mappedReady' | 'free' | 'gcPercent', number>;
    const heapAlloc = accounts['totalAlloc']! - accounts['totalFree']!;
    return { heapGoal: heapGoal({ heapMarked, stackScan, globalsScan }, gcPercent, { memoryLimit: accounts['memoryLimit']!, mappedReady, heapFree: free, heapAlloc, heapMarked }) };
  }),
};

/** By the name that `npm run oracle:diff -- --machine NAME` takes. */
export const differentials = { 'size-classes': sizeClass, roundupsize: roundUp, append, tiny, goal, 'go-heap': goHeap, 'go-heap-paced': goHeapPaced, 'go-heap-concurrent': goHeapConcurrent, 'go-heap-shared': goHeapShared, 'go-stacks': goStacks, 'go-heap-stacks': goHeapStacks, 'go-heap-concurrent-stacks': goHeapConcurrentStacks, gogc: goGC, 'gogc-explicit': goGCExplicit, 'gogc-stopped': goGCStopped } satisfies Record<string, Differential>;

/** How many answers agree, and the first that does not. */
export interface Difference {
  readonly equal: number;
  readonly total: number;
  /** The same of each claimed field. */
  readonly fields: Readonly<Record<string, { readonly equal: number; readonly total: number }>>;
  readonly first?: { readonly op: number; readonly asked: RuntimeOp; readonly ours: Fields; readonly real: Fields };
}

/** Compares every claimed field of every answer. */
export function differ(machine: Differential, program: readonly RuntimeOp[], real: readonly RuntimeAnswer[]): Difference {
  const expected = machine.expected(program, real);
  const normal = machine.normal?.(program, real) ?? (real as readonly Fields[]);
  const fields: Record<string, { equal: number; total: number }> = {};
  let [equal, total] = [0, 0];
  let first: Difference['first'];
  for (const [op, ours] of expected.entries()) {
    if (!ours) continue;
    total++;
    const theirs = normal[op] ?? {};
    const wrong = Object.entries(ours).filter(([name, value]) => !isEqual((fields[name] ??= { equal: 0, total: 0 }), theirs[name] === value));
    if (wrong.length === 0) equal++;
    else first ??= { op, asked: program[op]!, ours, real: theirs };
  }
  return { equal, total, fields, ...(first ? { first } : {}) };
}

function isEqual(of: { equal: number; total: number }, equal: boolean): boolean {
  of.total++;
  if (equal) of.equal++;
  return equal;
}
