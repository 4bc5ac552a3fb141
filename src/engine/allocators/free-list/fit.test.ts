import { expect, test } from 'vitest';
import { random, type Random } from '../../random.ts';
import { AddressList } from './address-list.ts';
import { bare } from './blocks.ts';
import { fits, type Policy } from './fit.ts';
import { quickFits } from './quick-fit.ts';

/** A list of some hundred blocks at multiples of 100, changed again and again. */
function* changing({ int }: Random): Generator<AddressList, void> {
  const list = new AddressList(bare, true);
  const sizes = [1, 2, 3, 40, 97, 98];
  for (let i = 0; i < 3000; i++) {
    const block = 100 * int(700);
    const size = sizes[int(sizes.length)]!;
    if (!list.blocks.isFree(block)) {
      list.insert(block, size);
      list.blocks.setFree(block, size);
    } else if (int(3) === 0) {
      list.replace(block, block, size);
      list.blocks.setFree(block, size);
    } else if (i % 1000 > 500 || int(3) === 0) {
      list.remove(block);
      list.blocks.setUsed(block, size);
    }
    if (int(5) === 0) list.rover = list.blocks.isFree(block) ? block : -1;
    yield list;
  }
}

test.each(['first', 'next', 'best', 'worst'] as const)('%s fit looked up is the block the walk comes to, after as many looks', (policy: Policy) => {
  const chance = random(9);
  for (const list of changing(chance)) {
    const size = [1, 2, 4, 41, 98, 99][chance.int(6)]!;
    const before = list.effort.steps;
    const walked = fits[policy](list, size);
    const looks = list.effort.steps - before;
    expect([quickFits[policy](list, size), list.effort.steps - before - looks]).toEqual([walked, looks]);
  }
});

test('a loaded list looks up what the saved one did', () => {
  const chance = random(4);
  for (const list of [...changing(chance)].slice(-1)) {
    const loaded = new AddressList(bare, true);
    loaded.load(list.save());
    for (const size of [1, 3, 41, 98]) for (const policy of ['first', 'next', 'best', 'worst'] as const) {
      expect(quickFits[policy](loaded, size)).toBe(fits[policy](list, size));
    }
    expect(loaded.pieces.count).toBe(list.pieces.count);
  }
});
