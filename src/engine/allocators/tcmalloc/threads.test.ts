import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecording } from '../../../oracle/recording.ts';
import { drain } from '../../machine.ts';
import { Threads, type LockEvent, type ThreadOp } from './threads.ts';

const json: unknown = JSON.parse(readFileSync('oracle/recordings/malloc/lock-or-cache.json', 'utf8'));
const { rows } = readRecording('heap-threads@1', json);

/** The turns of oracle/malloc/threads.c. */
function turnsOf(threads: number, count: number, rounds: number, frees: string): ThreadOp[] {
  const all = Array.from({ length: threads }, (_, thread) => thread);
  const first = frees === 'next' ? all.filter((thread) => thread % 2 === 1).map((thread): ThreadOp => ({ do: 'malloc', thread, count: 1 })) : [];
  const asking = all.filter((thread) => frees === 'self' || thread % 2 === 0);
  const round = asking.flatMap((thread): ThreadOp[] => [{ do: 'malloc', thread, count }, { do: 'free', thread: frees === 'self' ? thread : (thread + 1) % threads, count, of: thread }]);
  return [...first, ...Array.from({ length: rounds }, () => round).flat()];
}

const written = (thread: number, blocks: readonly number[]): string => `${thread}: ${blocks.map((block) => block.toString(16)).join(' ')}`;

test.each(rows)('$program: threads that take turns get the blocks the real tcmalloc gives them', ({ arguments: words, turns }) => {
  const [threads, burst, size, rounds, frees] = words;
  const machine = new Threads(Number(threads), Number(size));
  const ours = turnsOf(Number(threads), Number(burst), Number(rounds), frees!).map((op) => ({ op, blocks: machine.apply(op).blocks }));
  expect(ours.filter(({ op }) => op.do === 'malloc').map(({ op, blocks }) => written(op.thread, blocks))).toEqual(turns);
});

function events(machine: Threads, op: ThreadOp): LockEvent[] {
  const all: LockEvent[] = [];
  const moments = machine.run(op);
  for (let next = moments.next(); !next.done; next = moments.next()) all.push(next.value);
  return all;
}

// thread_cache.cc: FetchFromCentralCache takes min(max_length, batch) blocks; max_length grows by one each time.
test('a thread fetches one block, then two, then three: slow start', () => {
  const machine = new Threads(1, 32);
  const fetched = events(machine, { do: 'malloc', thread: 0, count: 10 }).flatMap((event) => (event.kind === 'fetch' ? [event.count] : []));
  expect(fetched).toEqual([1, 2, 3, 4]);
});

// tcmalloc.cc: do_free_with_callback, without a cache, inserts the block into the central list by itself.
test('a thread that never asked for a block has no cache: each of its frees is a visit', () => {
  const machine = new Threads(2, 32);
  machine.apply({ do: 'malloc', thread: 0, count: 20 });
  const told = events(machine, { do: 'free', thread: 1, count: 20, of: 0 });
  expect(told.filter(({ kind }) => kind === 'direct')).toHaveLength(20);
  expect(told.at(-1)).toEqual({ kind: 'done', thread: 1, calls: 20, unlocked: 0 });
});

test('it continues from what it saved, caches that do not exist yet among them', () => {
  const [one, other] = [new Threads(3, 32), new Threads(3, 32)];
  const program = turnsOf(3, 20, 20, 'next');
  for (const op of program.slice(0, 15)) drain(one.run(op));
  other.load(structuredClone(one.save()));
  for (const op of program.slice(15)) expect(other.apply(op)).toEqual(one.apply(op));
  expect(other.picture()).toEqual(one.picture());
});
