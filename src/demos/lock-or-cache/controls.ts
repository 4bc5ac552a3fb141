import type { ThreadOp } from '../../engine/allocators/tcmalloc/threads.ts';
import { choice, number, type Options } from '../control.ts';

/** Threads; blocks asked for at a time; bytes a block; who frees them. */
export const controls = {
  threads: number({ initial: 1, min: 1, max: 8, step: 1 }),
  burst: choice(['1', '20', '100', '500'], '20'),
  size: choice(['32', '4096', '32768']),
  frees: choice(['self', 'next', 'only']),
};

export type Chosen = Options<typeof controls>;

const usual: Chosen = { threads: 2, burst: '20', size: '32', frees: 'self' };

/** The examples. oracle/malloc/figures.ts asks the real tcmalloc the same. */
export const choices = {
  eight: { ...usual, threads: 8 },
  one: { ...usual, threads: 1 },
  handed: { ...usual, frees: 'next' },
  only: { ...usual, frees: 'only' },
  large: { ...usual, size: '32768' },
} as const satisfies Readonly<Record<string, Chosen>>;

/** Calls of malloc that each thread makes which makes any. */
export const perThread = 1000;

/**
 * The threads take turns: one asks for a burst and frees it again. Or every other thread only asks, and the thread after
 * it frees: blocks go one way. `next`: those that free have asked for one block of their own; `only`: never for any.
 */
export function programOf({ threads, burst, frees }: Chosen): readonly ThreadOp[] {
  const count = Number(burst);
  const all = Array.from({ length: threads }, (_, thread) => thread);
  const asking = all.filter((thread) => frees === 'self' || thread % 2 === 0);
  const first = frees === 'next' ? all.filter((thread) => thread % 2 === 1).map((thread): ThreadOp => ({ do: 'malloc', thread, count: 1 })) : [];
  const turn = asking.flatMap((thread): ThreadOp[] => [
    { do: 'malloc', thread, count },
    { do: 'free', thread: frees === 'self' ? thread : (thread + 1) % threads, count, of: thread },
  ]);
  return [...first, ...Array.from({ length: perThread / count }, () => turn).flat()];
}
