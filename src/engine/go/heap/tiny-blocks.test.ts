import { expect, test } from 'vitest';
import { ProgramError } from '../../machine.ts';
import { TinyBlocks } from './tiny-blocks.ts';

const made = (slot: number, size: number) => ({ steps: [{ do: 'allocate', slot, size, pointers: false }] }) as const;
const gone = (slot: number) => ({ steps: [{ do: 'drop', slot }] }) as const;
const collected = { steps: [{ do: 'collect' }] } as const;

test('one byte that is held keeps the fifteen that are not (malloc.go:mallocgcTiny)', () => {
  const machine = new TinyBlocks();
  for (let i = 0; i < 16; i++) machine.apply(made(0, 1));
  machine.apply(collected);
  const { blocks, held, kept } = machine.picture();
  expect([held, kept]).toEqual([1, 16]);
  expect(blocks[0]!.bytes).toEqual([...new Array<string>(15).fill('dead'), 'live']);
});

test('a block nobody holds is free after the collection, unless it is still open', () => {
  const machine = new TinyBlocks();
  for (const op of [made(0, 8), made(1, 8), made(2, 8), gone(0), gone(1), gone(2), collected]) machine.apply(op);
  expect(machine.picture().blocks.map(({ kept }) => kept)).toEqual([true]);
  machine.apply(collected);
  expect(machine.picture().kept).toBe(0);
});

test('watched and unwatched it ends alike, and returns to a saved state', () => {
  const program = [made(0, 3), made(1, 8), made(0, 5), collected, made(2, 16), gone(1), collected];
  const [watched, machine] = [new TinyBlocks(), new TinyBlocks()];
  const saved = machine.save();
  for (const op of program) {
    for (const event of watched.run(op)) expect(event.kind).not.toBe('');
    machine.apply(op);
  }
  expect(watched.picture()).toEqual(machine.picture());
  machine.load(saved);
  expect(machine.picture().blocks).toEqual([]);
});

test('what shares no block is refused', () => {
  expect(() => new TinyBlocks().apply(made(0, 17))).toThrow(ProgramError);
  expect(() => new TinyBlocks().apply({ steps: [{ do: 'allocate', slot: 0, size: 8, pointers: true }] })).toThrow(ProgramError);
});
