import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ObjectPages, type ObjectOp } from './object-pages.ts';
import { PageRuns } from './page-runs.ts';

/** Measured on Linux 6.18 with glibc 2.36: oracle/recordings/maps.json, and the highest hole of such a process. */
const layout = { lines: 24, uncounted: 1, hole: 10 };
const machine = (hole = layout.hole, limit = 65_530) => new ObjectPages({ layout: { ...layout, hole }, limit, shown: { pages: 16, objects: 512 } });

describe('pages and the mappings they make', () => {
  test('the lines after each munmap are those Linux showed: the page at the edge of a mapping costs none', () => {
    const runs = new PageRuns(layout);
    expect(runs.map(24).map(() => runs.lines)).toEqual(Array.from({ length: 24 }, () => 24));
    const lines = runs.pages().filter((_, i) => i % 2 === 0).map((page) => { runs.unmap(page); return runs.lines; });
    expect(lines).toEqual([25, 26, 27, 28, 28, 29, 30, 31, 32, 33, 34, 35]);
  });

  test('however pages come and go, there are as many lines as runs counted afresh', () => {
    const calls = fc.array(fc.oneof(fc.record({ map: fc.integer({ min: 0, max: 9 }) }), fc.record({ unmap: fc.nat(30) })), { maxLength: 40 });
    fc.assert(fc.property(calls, fc.integer({ min: 0, max: 12 }), (program, hole) => {
      const runs = new PageRuns({ ...layout, hole });
      for (const call of program) {
        if ('map' in call) runs.map(call.map);
        else if (runs.has(call.unmap)) runs.unmap(call.unmap);
      }
      expect(runs.lines).toBe(24 + counted(runs.save().mapped, hole));
    }));
  });

  test('pages that came back leave no trace: the highest free ones are handed out again', () => {
    const runs = new PageRuns(layout);
    runs.map(40);
    for (let page = 1; page < 40; page += 2) runs.unmap(page);
    expect(runs.map(20)).toEqual(Array.from({ length: 20 }, (_, i) => 2 * i + 1));
    expect(runs.lines).toBe(24);
  });
});

/** Runs of one family, the mappings at the ends of the holes being there anyway. */
function counted(mapped: Uint8Array, hole: number): number {
  const upper = [1, ...Array.from({ length: hole }, (_, page) => mapped[page] ?? 0), 2];
  const rest = [3, ...mapped.slice(hole)];
  const starts = (row: readonly number[]) => row.filter((family, i) => family !== 0 && family !== row[i - 1]).length;
  return starts(hole > 0 ? upper : []) + starts(rest) - (hole > 0 ? 3 : 1);
}

describe('a page for each object', () => {
  test('munmap no. 65,509 fails at 65,531 lines, as recorded, whatever the size of the highest hole', () => {
    for (const hole of [2, 3, 10, 11]) {
      const objects = machine(hole);
      expect(objects.apply({ do: 'map', count: 200_000 })).toEqual({ calls: 200_000, refused: false, lines: 24 });
      expect(objects.apply({ do: 'thin' })).toEqual({ calls: 65_509, refused: true, lines: 65_531 });
    }
  });

  test('at the limit a page at the edge of its mapping can still go', () => {
    const objects = machine(10, 25);
    objects.apply({ do: 'map', count: 24 });
    expect(objects.apply({ do: 'thin' })).toEqual({ calls: 3, refused: true, lines: 26 });
    expect(objects.apply({ do: 'unmap', from: 23, to: 24 })).toEqual({ calls: 1, refused: false, lines: 26 });
    expect(objects.apply({ do: 'unmap', from: 20, to: 21 })).toEqual({ calls: 1, refused: true, lines: 26 });
    expect(objects.apply({ do: 'map', count: 1 })).toEqual({ calls: 1, refused: false, lines: 25 });
    expect(objects.apply({ do: 'unmap', from: 20, to: 21 })).toEqual({ calls: 1, refused: false, lines: 26 });
  });

  test('129 objects are 129 calls, faults and pages; from a bump pointer one call and two pages', () => {
    const objects = machine();
    objects.apply({ do: 'map', count: 129 });
    const { each, bump, live } = objects.picture();
    expect({ each, bump, live }).toEqual({ each: { bytes: 129 * 4096, calls: 129, faults: 129 }, bump: { bytes: 2 * 4096, calls: 1, faults: 2 }, live: 129 });
    objects.apply({ do: 'unmap', from: 0, to: 129 });
    expect(objects.picture()).toMatchObject({ live: 0, each: { bytes: 0, calls: 258 }, bump: { bytes: 2 * 4096 }, lines: 24 });
  });

  test('an object made in a page that came back stands behind all others of the bump pointer', () => {
    const objects = machine();
    objects.apply({ do: 'map', count: 4 });
    objects.apply({ do: 'unmap', from: 1, to: 2 });
    objects.apply({ do: 'map', count: 2 });
    objects.apply({ do: 'unmap', from: 1, to: 2 });
    expect(objects.picture().bumped).toEqual([true, false, true, true, false, true]);
    expect(objects.picture().mapped.slice(0, 6)).toEqual([true, false, true, true, true, false]);
  });

  test('watched or not, an operation ends alike, also from a saved state', () => {
    const program: readonly ObjectOp[] = [{ do: 'map', count: 30 }, { do: 'thin' }, { do: 'map', count: 3 }, { do: 'unmap', from: 1, to: 2 }, { do: 'thin' }];
    const [watched, other] = [machine(), machine()];
    for (const op of program) {
      other.load(structuredClone(watched.save()));
      const moments = watched.run(op);
      let next;
      do next = moments.next(); while (!next.done);
      expect(next.value).toEqual(other.apply(op));
      expect(watched.picture()).toEqual(other.picture());
    }
  });

  test('an object that is not there, and one too many, are the reader’s to mend', () => {
    const objects = machine();
    objects.apply({ do: 'map', count: 4 });
    expect(() => objects.apply({ do: 'unmap', from: 3, to: 5 })).toThrow('There is no object 4.');
    expect(() => objects.apply({ do: 'map', count: 250_000 })).toThrow('more than 250000 objects');
    expect(objects.picture().live, 'nothing happened').toBe(4);
  });
});
