import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lifetimes, type LifeOp } from './lifetimes.ts';

const made = (...names: readonly string[]): LifeOp[] => names.map((name) => ({ do: 'new', name }));
function after(ops: readonly LifeOp[], collections: number) {
  const machine = new Lifetimes();
  for (const op of ops) machine.apply(op);
  return Array.from({ length: collections }, () => ({ ...machine.apply({ do: 'gc' }), freed: machine.picture().objects.filter(({ freed }) => freed).map(({ name }) => name) }));
}

test('an object with a finalizer is freed by the collection after the one that runs it', () => {
  expect(after([...made('a'), { do: 'finalizer', of: 'a' }, { do: 'drop', of: 'a' }], 2)).toEqual([{ ran: ['a()'], freed: [] }, { ran: [], freed: ['a'] }]);
});

test('with a cleanup it is freed at once', () => {
  expect(after([...made('a'), { do: 'cleanup', of: 'a' }, { do: 'drop', of: 'a' }], 1)).toEqual([{ ran: ['a1'], freed: ['a'] }]);
});

test('what a finalizer may use lives as long as the object', () => {
  expect(after([...made('a', 'b'), { do: 'finalizer', of: 'a' }, { do: 'link', from: 'a', to: 'b' }, { do: 'drop', of: 'a' }, { do: 'drop', of: 'b' }], 2)).toEqual([{ ran: ['a()'], freed: [] }, { ran: [], freed: ['a', 'b'] }]);
});

test('a weak pointer is nil before the finalizer has run', () => {
  const machine = new Lifetimes();
  for (const op of [...made('a'), { do: 'finalizer', of: 'a' }, { do: 'weak', of: 'a' }, { do: 'drop', of: 'a' }] satisfies LifeOp[]) machine.apply(op);
  const run = machine.run({ do: 'gc' });
  for (let next = run.next(); !next.done && next.value.kind !== 'ran'; next = run.next()) if (next.value.kind === 'resurrected') expect(next.value.weak).toBe(true);
  expect(machine.picture().objects[0]!.weak).toBe('nil');
});

const name = fc.constantFrom('a', 'b', 'c', 'd');
const op = fc.oneof(
  fc.record({ do: fc.constantFrom('finalizer' as const, 'cleanup' as const, 'weak' as const, 'drop' as const), of: name }),
  fc.record({ do: fc.constant('link' as const), from: name, to: name }),
);

test('nothing that is held is freed, nothing is finalized twice, and nothing is freed that still has a finalizer', () => {
  fc.assert(fc.property(fc.array(op, { maxLength: 14 }), (ops) => {
    const machine = new Lifetimes();
    for (const one of [...made('a', 'b', 'c', 'd'), ...ops]) machine.apply(one);
    const ran = Array.from({ length: 6 }, () => machine.apply({ do: 'gc' })).flatMap((answer) => answer.ran);
    expect(new Set(ran).size).toBe(ran.length);
    for (const { name: who, held, finalizer, freed: gone } of machine.picture().objects) {
      expect(held && gone, who).toBe(false);
      expect(gone && finalizer, who).toBe(false);
    }
  }));
});
