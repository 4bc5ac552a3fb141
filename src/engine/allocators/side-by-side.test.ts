import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Buddy } from './buddy.ts';
import { heapOps } from './fixtures/properties.ts';
import { FreeList } from './free-list/free-list.ts';
import type { NamedOp } from './named-heap.ts';
import { SideBySide, type SideEvent } from './side-by-side.ts';

const alone = () => [new FreeList({ policy: 'first', heap: 2048 }), new FreeList({ policy: 'best', heap: 2048 }), new Buddy({ heap: 2048 })];

function watched(machine: SideBySide, op: NamedOp): { readonly answers: readonly (number | null)[]; readonly events: readonly SideEvent[] } {
  const events: SideEvent[] = [];
  const moments = machine.run(op);
  let next = moments.next();
  for (; !next.done; next = moments.next()) events.push(next.value);
  return { answers: next.value, events };
}

test('Each allocator answers as it does alone, watched and unwatched, and from a saved state', () => {
  fc.assert(fc.property(heapOps(900), (program) => {
    const [machine, other, later] = [new SideBySide(alone()), new SideBySide(alone()), new SideBySide(alone())];
    const each = alone();
    for (const op of program) {
      later.load(structuredClone(machine.save()));
      const expected = each.map((allocator) => allocator.apply(op));
      expect(machine.apply(op)).toEqual(expected);
      expect(watched(other, op).answers).toEqual(expected);
      expect(later.apply(op)).toEqual(expected);
      expect(other.picture()).toEqual(machine.picture());
      expect(later.picture()).toEqual(machine.picture());
    }
    expect(machine.picture().lanes.map(({ heap }) => heap)).toEqual(each.map((allocator) => allocator.picture()));
  }), { numRuns: 40 });
});

test('An operation is one moment: served by all, refused by some, a free, or nothing at all', () => {
  const machine = new SideBySide(alone());
  const kind = (op: NamedOp) => watched(machine, op).events.map((event) => event.kind);
  expect(kind({ do: 'malloc', id: 1, size: 1025 })).toEqual(['served']);
  expect(kind({ do: 'malloc', id: 2, size: 900 })).toEqual(['refused']);
  expect(machine.picture().lanes.map(({ refused, failures }) => [refused, failures]), 'the buddy gave 2048 for 1025').toEqual([[undefined, 0], [undefined, 0], [900, 1]]);
  expect(kind({ do: 'free', id: 2 })).toEqual(['freed']);
  expect(kind({ do: 'free', id: 2 })).toEqual(['nothing']);
  expect(machine.picture().lanes.map(({ refused, failures }) => [refused, failures])).toEqual([[undefined, 0], [undefined, 0], [undefined, 1]]);
});

test('Objects bear the names their program gives them, others their ids', () => {
  const machine = new SideBySide(alone());
  machine.apply({ do: 'malloc', id: 1, size: 8, name: 'buf' });
  machine.apply({ do: 'malloc', id: 7, size: 8 });
  for (const { objects } of machine.picture().lanes) expect(objects.map(({ name }) => name)).toEqual(['buf', '7']);
});
