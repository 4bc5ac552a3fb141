import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heapOps } from '../fixtures/properties.ts';
import { tagWord, type TagEvent } from '../tag-event.ts';
import { FreeList } from './free-list.ts';
import { TaggedHeap } from './tagged-heap.ts';

/** Blocks of 48, 48 and 64 bytes, each tag a word of its size and whether it is in use. */
function threeBlocks(...freed: number[]): TaggedHeap {
  const machine = new TaggedHeap({ heap: 176 });
  for (const [id, size] of [32, 32, 48].entries()) machine.apply({ do: 'malloc', id, size });
  for (const id of freed) machine.apply({ do: 'free', id });
  return machine;
}

const hex = (machine: TaggedHeap): string[] => machine.picture().tags.map((tag) => `${tag.at}:${tagWord(tag).toString(16)}${tag.of === 'nobody' ? ' left' : ''}`);

function film(machine: TaggedHeap, id: number): { event: TagEvent; words: string[] }[] {
  const seen = [];
  for (const event of machine.run({ do: 'free', id })) seen.push({ event, words: hex(machine) });
  return seen;
}

describe('freeing the block in the middle, as in Knuth, algorithm C', () => {
  const live = ['8:31', '48:31', '56:31', '96:31', '104:41', '160:41'];
  test.each([
    ['neither neighbour is free', [], [], ['8:31', '48:31', '56:30', '96:30', '104:41', '160:41']],
    ['the one before is free', [0], ['behind'], ['8:60', '48:30 left', '56:31 left', '96:60', '104:41', '160:41']],
    ['the one after is free', [2], ['ahead'], ['8:31', '48:31', '56:70', '96:31 left', '104:40 left', '160:70']],
    ['both are free', [0, 2], ['behind', 'ahead'], ['8:a0', '48:30 left', '56:31 left', '96:31 left', '104:40 left', '160:a0']],
  ] as const)('%s', (_case, freed, merged, words) => {
    expect(hex(threeBlocks())).toEqual(live);
    const machine = threeBlocks(...freed);
    const seen = film(machine, 1);
    expect(seen.map(({ event }) => event.kind)).toEqual(['own', 'behind', 'ahead', ...merged.map(() => 'merge'), 'header', 'footer']);
    expect(seen.flatMap(({ event }) => (event.kind === 'merge' ? [event.side] : []))).toEqual(merged);
    expect(seen.slice(0, 3).map(({ event }) => ('at' in event ? event.at : undefined)), 'its own header, the footer behind, the header ahead').toEqual([56, 48, 104]);
    expect(hex(machine)).toEqual(words);
  });

  test('no word changes before the header is written, and the footer only after it', () => {
    const seen = film(threeBlocks(0, 2), 1);
    const before = ['8:30', '48:30', '56:31', '96:31', '104:40', '160:40'];
    expect(seen.slice(0, 5).map(({ words }) => words)).toEqual(seen.slice(0, 5).map(() => before));
    expect(seen[5]!.words).toEqual(['8:a0', '48:30 left', '56:31 left', '96:31 left', '104:40 left', '160:40']);
  });
});

test('the links of a free block lie over old tags', () => {
  const machine = threeBlocks(0, 2, 1);
  machine.apply({ do: 'malloc', id: 3, size: 16 });
  // The rest begins at 40: its links take the words at 48 and 56, which were tags.
  expect(hex(machine)).toEqual(['8:21', '32:21', '40:80', '96:31 left', '104:40 left', '160:80']);
});

test('what is watched so closely answers as the free list does, keeps its tags equal at both ends, and comes back to a saved state', () => {
  fc.assert(fc.property(heapOps(300), (program) => {
    const [machine, list] = [new TaggedHeap({ heap: 1024 }), new FreeList({ policy: 'first', heap: 1024 })];
    for (const op of program) {
      const saved = machine.save();
      const moments = machine.run(op);
      let next = moments.next();
      while (!next.done) next = moments.next();
      expect(next.value).toBe(list.apply(op));
      const after = machine.picture();
      machine.load(saved);
      machine.apply(op);
      expect(machine.picture()).toEqual(after);
      for (const { addr, size, free } of after.blocks) {
        const [header, footer] = [after.tags.find(({ at }) => at === addr)!, after.tags.find(({ at }) => at === addr + size - 8)!];
        expect([tagWord(header), tagWord(footer)]).toEqual([size + (free ? 0 : 1), size + (free ? 0 : 1)]);
      }
    }
  }), { numRuns: 40 });
});
