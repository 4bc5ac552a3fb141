import { expect, test } from 'vitest';
import { drain } from '../machine.ts';
import type { HeapOp } from './allocator.ts';
import type { Why } from './designs-why.ts';
import { Designs, designs, type Design, type DesignsEvent } from './designs.ts';

const malloc = (id: number): HeapOp => ({ do: 'malloc', id, size: 32 });
const free = (id: number): HeapOp => ({ do: 'free', id });

/** Forty blocks, every second freed, 24 more. */
const program = [...Array.from({ length: 40 }, (_, id) => malloc(id)), ...Array.from({ length: 20 }, (_, i) => free(2 * i)), ...Array.from({ length: 24 }, (_, i) => malloc(40 + i))];

function tell(machine: Designs, ops: readonly HeapOp[]): DesignsEvent[] {
  return ops.flatMap((op) => {
    const events: DesignsEvent[] = [];
    const moments = machine.run(op);
    for (let next = moments.next(); !next.done; next = moments.next()) events.push(next.value);
    return events;
  });
}

const again = tell(new Designs(), program).filter(({ kind }) => kind === 'again');
const whyOf = (design: Design, nth: number): Why => again[nth - 1]!.placed[design].why;

// What the real libraries answered to this program, in slots: oracle/recordings/malloc/*.json, trace fill32.
test.each([
  ['glibc', '12 10 8 6 4 2 0 38 24 26 28 30 32 34 36 22 14 16 18 20 40 41 42 43'],
  ['fastbins', '38 36 34 32 30 28 26 24 22 20 18 16 14 12 10 8 6 4 2 0 40 41 42 43'],
  ['tcmalloc', '38 36 12 14 16 18 20 22 24 26 28 30 32 34 44 43 42 41 40 0 2 4 6 8'],
  ['jemalloc', '0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 41 42 43'],
  ['mimalloc', '40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63'],
] as const)('%s fills the holes in the order of the real library', (design, slots) => {
  expect(again.map(({ placed }) => placed[design].slot).join(' ')).toBe(slots);
});

test('glibc empties its cache of seven, then takes one of the fast bin and moves the next seven over', () => {
  expect([1, 7, 8, 9, 16].map((nth) => whyOf('glibc', nth))).toEqual([
    { how: 'tcache', left: 6 }, { how: 'tcache', left: 0 }, { how: 'fastbin', left: 5, stashed: 7 }, { how: 'tcache', left: 6 }, { how: 'fastbin', left: 0, stashed: 4 },
  ]);
  expect(whyOf('glibc', 21)).toEqual({ how: 'top' });
});

test('tcmalloc fetches as many as its list may grow to: twelve, then thirteen', () => {
  expect([1, 3, 4, 15].map((nth) => whyOf('tcmalloc', nth))).toEqual([{ how: 'thread', left: 1 }, { how: 'central', fetched: 12 }, { how: 'thread', left: 10 }, { how: 'central', fetched: 13 }]);
});

test('jemalloc takes the lowest free region, mimalloc blocks never used before', () => {
  expect([whyOf('jemalloc', 20), whyOf('jemalloc', 21), whyOf('mimalloc', 1)]).toEqual([{ how: 'lowest' }, { how: 'next' }, { how: 'fresh' }]);
});

test('a machine continues from what it saved like the one it was saved from, to the reasons', () => {
  const [one, other] = [new Designs(), new Designs()];
  for (const op of program.slice(0, 50)) drain(one.run(op));
  other.load(structuredClone(one.save()));
  expect(tell(other, program.slice(50))).toEqual(tell(one, program.slice(50)));
  for (const design of designs) expect(other.picture().slots[design]).toEqual(one.picture().slots[design]);
});
