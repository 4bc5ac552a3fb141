import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchOp } from './page-search-picture.ts';
import { PageSearch } from './page-search.ts';

/** A heap as one would first search it: page after page. Whole chunks of 512. */
class PageAfterPage {
  readonly free: boolean[] = [];

  full(npages: number): void { this.#grow(npages, false); }
  release(page: number, npages: number): void { this.free.fill(true, page, page + npages); }
  #grow(npages: number, free: boolean): void { for (let i = Math.ceil(npages / 512) * 512; i > 0; i--) this.free.push(free); }

  alloc(npages: number): number {
    let run = 0;
    for (const [page, free] of this.free.entries()) {
      run = free ? run + 1 : 0;
      if (run === npages) return this.#take(page - npages + 1, npages);
    }
    // What the heap gains is searched with the rest, so that a free end of it counts.
    this.#grow(npages, true);
    return this.alloc(npages);
  }

  #take(page: number, npages: number): number {
    this.free.fill(false, page, page + npages);
    return page;
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('alloc' as const), npages: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1300 })) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('free' as const), at: fc.nat(9000), npages: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1500 })) }) },
);

test('every run found is the first that a search page after page finds', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.array(step, { minLength: 5, maxLength: 30 }), (chunks, steps) => {
    const [tree, flat] = [new PageSearch(), new PageAfterPage()];
    tree.apply({ do: 'full', npages: chunks * 512 });
    flat.full(chunks * 512);
    for (const one of steps) {
      if (one.do === 'alloc') {
        expect(tree.apply(one)).toBe(flat.alloc(one.npages));
      } else {
        const page = one.at % flat.free.length;
        const run = flat.free.indexOf(true, page);
        const npages = Math.min(one.npages, (run < 0 ? flat.free.length : run) - page);
        if (npages === 0) continue;
        tree.apply({ do: 'free', page, npages });
        flat.release(page, npages);
      }
    }
  }), { numRuns: 60, seed: 7 });
});

test('watched or not, saved or not, a search ends alike', () => {
  const program: SearchOp[] = [{ do: 'full', npages: 131_072 }, { do: 'free', page: 5, npages: 1 }, { do: 'free', page: 130_000, npages: 700 }, { do: 'alloc', npages: 9 }, { do: 'alloc', npages: 1 }];
  const [watched, plain, saved] = [new PageSearch(), new PageSearch(), new PageSearch()];
  for (const op of program) {
    const moments = watched.run(op);
    let next = moments.next();
    while (!next.done) next = moments.next();
    expect(next.value).toBe(plain.apply(op));
    saved.load(plain.save());
    expect([watched.picture(), saved.picture()]).toEqual([plain.picture(), plain.picture()]);
  }
});

// By hand: 64 GiB are four entries of 16 GiB; a hole at the end lies in the eighth of each eight below.
test('a hole at the end of 64 GiB is found by looking at thirty-six entries', () => {
  const tree = new PageSearch();
  tree.apply({ do: 'full', npages: 2 ** 36 / 8192 });
  tree.apply({ do: 'free', page: 0, npages: 1 });
  tree.apply({ do: 'free', page: 2 ** 36 / 8192 - 20, npages: 20 });
  expect(tree.apply({ do: 'alloc', npages: 17 })).toBe(2 ** 36 / 8192 - 20);
  expect(tree.picture()).toMatchObject({ looked: 4 + 8 + 8 + 8 + 8, passed: 2 ** 36 / 8192 - 20 });
});
