import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BumpRegions, type BumpOp } from './bump-regions.ts';
import { heapOps } from './fixtures/properties.ts';
import { Region } from './region.ts';

const ops: fc.Arbitrary<BumpOp[]> = fc.tuple(heapOps(300), fc.array(fc.nat(200), { maxLength: 2 })).map(([calls, resets]): BumpOp[] =>
  calls.flatMap((op, i): BumpOp[] => (resets.includes(i) ? [{ do: 'reset' }, op] : [op])));

test('A heap of one region answers as the pointer of a region does, as long as nothing is freed', () => {
  fc.assert(fc.property(fc.array(fc.nat(120), { maxLength: 40 }), (sizes) => {
    const [ours, theirs] = [new BumpRegions({ region: 1024, regions: 1 }), new Region({ heap: 1024 })];
    for (const [id, size] of sizes.entries()) expect(ours.apply({ do: 'malloc', id, size })).toBe(theirs.apply({ do: 'malloc', id, size }));
  }));
});

test('Objects never overlap, cells tile the heap, and a region counts what lives in it', () => {
  fc.assert(fc.property(ops, fc.constantFrom(1, 2, 4, 8), (program, regions) => {
    const machine = new BumpRegions({ region: 2048 / regions, regions });
    for (const op of program) {
      machine.apply(op);
      const { heap, objects, regions: all } = machine.picture();
      for (const [i, { addr, size }] of objects.entries()) if (objects[i + 1]) expect(addr + size).toBeLessThanOrEqual(objects[i + 1]!.addr);
      expect(heap.cells.reduce((end, cell) => (cell.addr === end ? end + cell.size : Number.NaN), 0)).toBe(2048);
      expect(heap.cells.filter(({ state }) => state === 'live')).toHaveLength(objects.length);
      for (const { start, next, live } of all) {
        expect(objects.filter(({ addr }) => addr >= start && addr < start + 2048 / regions)).toHaveLength(live);
        if (live === 0) expect(next).toBe(start);
      }
    }
  }), { numRuns: 60 });
});

test('Watched and unwatched it answers alike, and goes on from a saved state', () => {
  fc.assert(fc.property(ops, (program) => {
    const [machine, watched, later] = Array.from({ length: 3 }, () => new BumpRegions({ region: 512, regions: 4 }));
    for (const op of program) {
      later!.load(structuredClone(machine!.save()));
      const answer = machine!.apply(op);
      const moments = watched!.run(op);
      let next = moments.next();
      while (!next.done) next = moments.next();
      expect([next.value, later!.apply(op)]).toEqual([answer, answer]);
      expect(watched!.picture()).toEqual(machine!.picture());
    }
  }), { numRuns: 40 });
});

test('One object keeps its region; when it goes, the region is given out again from its first address', () => {
  const machine = new BumpRegions({ region: 256, regions: 2 });
  const ask = (id: number, size: number) => machine.apply({ do: 'malloc', id, size });
  expect([ask(0, 200), ask(1, 48), ask(2, 250)]).toEqual([0, 208, 256]);
  machine.apply({ do: 'free', id: 0 });
  expect(ask(3, 100), '208 bytes are free, all behind the pointer').toBeNull();
  machine.apply({ do: 'free', id: 1 });
  expect(ask(3, 100)).toBe(0);
  machine.apply({ do: 'reset' });
  expect([ask(4, 16), ask(5, 16)]).toEqual([0, 16]);
});

test('a name given to a request that is refused has lost its object, which stays once where it is', () => {
  const machine = new BumpRegions({ region: 256, regions: 2 });
  machine.apply({ do: 'malloc', id: 0, size: 16 });
  expect(machine.apply({ do: 'malloc', id: 0, size: 300 })).toBeNull();
  expect(machine.apply({ do: 'free', id: 0 })).toBeNull();
  expect(machine.picture().objects.map(({ addr }) => addr)).toEqual([0]);
});
