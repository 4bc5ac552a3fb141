import { expect, test } from 'vitest';
import { drain } from '../../machine.ts';
import { random, type Random } from '../../random.ts';
import type { HeapOp } from '../allocator.ts';
import { AddressList } from './address-list.ts';
import { bare } from './blocks.ts';
import { fits, type Policy } from './fit.ts';
import { FreeList } from './free-list.ts';
import { quickFits } from './quick-fit.ts';

const places = 700;

/** A list of some hundred blocks at multiples of 100, changed again and again. Between them all is in use. */
function* changing({ int }: Random): Generator<AddressList, void> {
  const list = new AddressList(bare, true);
  const sizes = [1, 2, 3, 40, 97, 98];
  for (let place = 0; place < places; place++) list.blocks.setUsed(100 * place, 100);
  const setFree = (block: number, size: number): void => {
    list.blocks.setFree(block, size);
    list.blocks.setUsed(block + size, 100 - size);
  };
  for (let i = 0; i < 3000; i++) {
    const block = 100 * int(places);
    const size = sizes[int(sizes.length)]!;
    if (!list.blocks.isFree(block)) {
      list.insert(block, size);
      setFree(block, size);
    } else if (int(3) === 0) {
      list.replace(block, block, size);
      setFree(block, size);
    } else if (i % 1000 > 500 || int(3) === 0) {
      list.remove(block);
      list.blocks.setUsed(block, 100);
    }
    if (int(5) === 0) list.rover = list.blocks.isFree(block) ? block : -1;
    yield list;
  }
}

test.each(['first', 'next', 'best', 'worst'] as const)('%s fit looked up is the block the walk comes to, after as many looks', (policy: Policy) => {
  const chance = random(9);
  for (const list of changing(chance)) {
    const size = [1, 2, 4, 41, 98, 99][chance.int(6)]!;
    let looks = 0;
    const walked = fits[policy](list, size, () => { looks++; });
    const effort = { steps: 0, systemCalls: 0 };
    expect([quickFits[policy](list, size, effort), effort.steps]).toEqual([walked, looks]);
  }
});

test('a loaded list looks up what the saved one did', () => {
  const chance = random(4);
  for (const list of [...changing(chance)].slice(-1)) {
    const loaded = new AddressList(bare, true);
    loaded.load(list.save(), 100 * places);
    for (const size of [1, 3, 41, 98]) for (const policy of ['first', 'next', 'best', 'worst'] as const) {
      expect(quickFits[policy](loaded, size, { steps: 0, systemCalls: 0 })).toBe(fits[policy](list, size, () => {}));
    }
    expect(loaded.tree.count).toBe(list.tree.count);
  }
});

test.each(['first', 'next', 'best', 'worst'] as const)('%s fit: a block of more than 2 GiB is one block, filmed or not, and nothing reaches beyond 8 GiB', (policy: Policy) => {
  const program: readonly HeapOp[] = [
    { do: 'malloc', id: 0, size: 3 * 2 ** 30 }, { do: 'malloc', id: 1, size: 64 }, { do: 'free', id: 0 },
    { do: 'malloc', id: 2, size: 2 ** 31 }, { do: 'malloc', id: 3, size: 2 ** 30 }, { do: 'malloc', id: 4, size: 5 * 2 ** 30 },
  ];
  const [applied, filmed] = [new FreeList({ policy }), new FreeList({ policy })];
  // Blocks begin 8 bytes before their addresses and are 16 larger than asked: the first is 3 GiB + 16, its hole takes 2 GiB + 16, not 1 GiB + 16 more.
  expect(program.map((op) => applied.apply(op))).toEqual([16, 3 * 2 ** 30 + 32, null, 16, 3 * 2 ** 30 + 112, null]);
  for (const op of program) drain(filmed.run(op));
  expect(filmed.picture()).toEqual(applied.picture());
  expect(filmed.figures()).toEqual(applied.figures());
  expect(applied.hole()).toBe(2 ** 30);
});
