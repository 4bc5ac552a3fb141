import { expect, test } from 'vitest';
import { Adversary } from './adversary.ts';
import { ProgramError } from '../machine.ts';

const game = (): Adversary => new Adversary({ policy: 'first', most: 8, largest: 4 });

test('the heap of the game grows when no hole is large enough, and never shrinks', () => {
  const machine = game();
  for (const id of [0, 1, 2]) machine.apply({ do: 'malloc', id, size: 1 });
  machine.apply({ do: 'free', id: 0 });
  machine.apply({ do: 'free', id: 2 });
  // Free are word 0 and the last one, which the heap keeps: two words from there fit by growing one.
  expect([...machine.run({ do: 'malloc', id: 3, size: 2 })]).toEqual([{ kind: 'grow', addr: 2, size: 2, by: 1, free: 2 }]);
  machine.apply({ do: 'free', id: 3 });
  expect(machine.picture().heap).toBe(4);
  expect([...machine.run({ do: 'malloc', id: 4, size: 1 })]).toEqual([{ kind: 'fill', addr: 0, size: 1 }]);
});

test('a move against the rules is refused and changes nothing', () => {
  const machine = game();
  machine.apply({ do: 'malloc', id: 0, size: 4 });
  machine.apply({ do: 'malloc', id: 1, size: 4 });
  const before = machine.picture();
  for (const op of [{ do: 'malloc', id: 2, size: 1 }, { do: 'malloc', id: 2, size: 3 }, { do: 'malloc', id: 2, size: 8 }, { do: 'realloc', id: 0, size: 1 }] as const) {
    expect(() => machine.apply(op)).toThrow(ProgramError);
  }
  expect(machine.picture()).toEqual(before);
});
