import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Buddy } from './buddy.ts';
import { BuddyHeap, type BuddyEvent } from './buddy-heap.ts';
import { heapOps } from './fixtures/properties.ts';

const kib = (): BuddyHeap => new BuddyHeap({ heap: 1024, least: 64 });

function eventsOf(machine: BuddyHeap, op: Parameters<BuddyHeap['run']>[0]): BuddyEvent[] { return [...machine.run(op)]; }

test('100 bytes of a kibibyte are reached by halving it down to 128', () => {
  const machine = kib();
  expect(eventsOf(machine, { do: 'malloc', id: 0, size: 100 })).toEqual([
    { kind: 'take', addr: 0, size: 1024 },
    { kind: 'split', addr: 0, size: 512 }, { kind: 'split', addr: 0, size: 256 }, { kind: 'split', addr: 0, size: 128 },
    { kind: 'place', addr: 0, size: 128, asked: 100 },
  ]);
  expect(machine.picture().blocks.map(({ addr, size, free }) => [addr, size, free])).toEqual([[0, 128, false], [128, 128, true], [256, 256, true], [512, 512, true]]);
});

test('freeing asks the buddy at every order, and ends where it is not whole, in use, or beyond the heap', () => {
  const machine = kib();
  for (const [id, size] of [100, 200, 50].entries()) machine.apply({ do: 'malloc', id, size });
  const asks = (id: number) => eventsOf(machine, { do: 'free', id }).flatMap((event) => (event.kind === 'ask' ? [[event.addr, event.buddy, event.state]] : []));
  // 0 is asked about 128, which lies in halves; 128 about 192, then as 128 bytes about 0, then as 256 about 256; at last the whole heap.
  expect(asks(0)).toEqual([[0, 128, 'split']]);
  expect(asks(2)).toEqual([[128, 192, 'free'], [128, 0, 'free'], [0, 256, 'used']]);
  expect(asks(1)).toEqual([[256, 0, 'free'], [0, 512, 'free'], [0, 1024, 'none']]);
  expect(machine.picture().blocks).toEqual([{ addr: 0, size: 1024, free: true }]);
});

test('two free neighbours that are not buddies do not merge, and a request for both is refused', () => {
  const machine = new BuddyHeap({ heap: 512, least: 64 });
  for (const id of [0, 1, 2, 3]) machine.apply({ do: 'malloc', id, size: 128 });
  for (const id of [1, 2]) machine.apply({ do: 'free', id });
  expect(eventsOf(machine, { do: 'malloc', id: 4, size: 256 })).toEqual([{ kind: 'none', size: 256, asked: 256, free: 256 }]);
});

test('what is watched so closely answers as the buddies do, tiles its heap with aligned blocks, and comes back to a saved state', () => {
  fc.assert(fc.property(heapOps(1500), (program) => {
    const [machine, buddy] = [kib(), new Buddy({ heap: 1024, least: 64, choice: 'lowest' })];
    for (const op of program) {
      const saved = machine.save();
      const moments = machine.run(op);
      let next = moments.next();
      while (!next.done) next = moments.next();
      expect(next.value).toBe(buddy.apply(op));
      const after = machine.picture();
      machine.load(saved);
      machine.apply(op);
      expect(machine.picture()).toEqual(after);
      expect(after.blocks.reduce((sum, { size }) => sum + size, 0)).toBe(1024);
      for (const { addr, size } of after.blocks) expect(addr % size).toBe(0);
    }
  }), { numRuns: 40 });
});
