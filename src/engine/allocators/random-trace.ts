/** Random traces: the same seed and mix give the same trace, here and at the recorder. */
import { random, type Random } from '../random.ts';
import type { HeapOp } from './allocator.ts';

type Size = (chance: Random) => number;

const between = (low: number, high: number): Size => ({ int }) => low + int(high - low + 1);
const oneOf = (sizes: readonly number[]): Size => ({ int }) => sizes[int(sizes.length)]!;
/** As many below 2^k as above, for every k: most sizes small, a few huge. */
const powers = (bits: number): Size => (chance) => chance.int(2 ** (1 + chance.int(bits)));
const mostly = (usual: Size, rare: Size): Size => (chance) => (chance.int(5) < 4 ? usual(chance) : rare(chance));

/** What sizes a trace asks for. Each mix reaches rules of the real allocators that the others miss. */
export const mixes = {
  small: between(0, 200),
  edges: oneOf([0, 24, 40, 104, 120, 136, 1000, 1016, 1032, 1040, 1100, 5000, 70_000, 131_000, 131_072]),
  powers: powers(18),
  huge: powers(23),
  large: mostly(between(900, 4000), between(60_000, 400_000)),
  growing: mostly(between(1, 64), between(1000, 1500)),
  vast: powers(24),
} satisfies Record<string, Size>;

export type Mix = keyof typeof mixes;

/**
 * A trace of `length` operations: half allocations, some of them calloc, an eighth reallocs, the rest frees, every
 * third of the youngest. Now and then all is freed. At most `most` objects live at a time.
 */
export function randomTrace(seed: number, mix: Mix, length: number, most = 400): HeapOp[] {
  const chance = random(seed);
  const trace: HeapOp[] = [];
  const live: number[] = [];
  for (let ids = 0; trace.length < length;) {
    const dice = chance.int(100);
    if (live.length === 0 || (dice < 52 && live.length < most)) {
      trace.push({ do: dice % 8 === 0 ? 'calloc' : 'malloc', id: ids, size: mixes[mix](chance) });
      live.push(ids++);
    } else if (dice < 64) {
      trace.push({ do: 'realloc', id: live[chance.int(live.length)]!, size: Math.max(1, mixes[mix](chance)) });
    } else {
      trace.push({ do: 'free', id: takeOne(live, chance) });
    }
    if (chance.int(600) === 0) trace.push(...freeAll(live, chance));
  }
  return trace.slice(0, length);
}

function takeOne(live: number[], { int }: Random): number {
  const index = int(3) === 0 ? live.length - 1 : int(live.length);
  return live.splice(index, 1)[0]!;
}

function freeAll(live: number[], chance: Random): HeapOp[] {
  const frees: HeapOp[] = [];
  while (live.length > 0) frees.push({ do: 'free', id: takeOne(live, chance) });
  return frees;
}

/** Each operation as a line of .rep text. */
export const repLines = (trace: readonly HeapOp[]): string[] =>
  trace.map((op) => (op.do === 'free' ? `f ${op.id}` : `${op.do === 'malloc' ? 'a' : op.do[0]} ${op.id} ${op.size}`));

/** A trace as .rep text. */
export function repText(trace: readonly HeapOp[]): string {
  const ids = trace.reduce((most, { id }) => Math.max(most, id + 1), 0);
  return ['1', ids, trace.length, '0', ...repLines(trace), ''].join('\n');
}
