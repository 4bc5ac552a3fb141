import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageMachine, pageSize, type PageOp } from './page-machine.ts';

interface Row { readonly op: string; readonly pages: number; readonly vmSizeKiB: number; readonly rssKiB: number }
const { rows } = JSON.parse(readFileSync('oracle/recordings/touch-a-page.json', 'utf8')) as { rows: Row[] };

/** The recorded program touch.c, operation by operation, until it revokes permissions. */
const recorded: readonly PageOp[] = [
  { do: 'reserve', pages: 16384 },
  { do: 'map', from: 0, to: 1024 },
  { do: 'write', from: 0, to: 1 },
  { do: 'write', from: 0, to: 100 },
  { do: 'read', from: 200, to: 250 },
  { do: 'write', from: 200, to: 250 },
  { do: 'dontneed', from: 0, to: 50 },
  { do: 'free', from: 50, to: 100 },
  { do: 'write', from: 50, to: 60 },
  { do: 'reclaim' },
];

test('VmSize and RSS equal what Linux reported after every operation', () => {
  const machine = new PageMachine();
  const before = rows[0]!.vmSizeKiB;
  for (const [i, op] of recorded.entries()) {
    const { virt, rss } = machine.apply(op);
    const row = rows[i + 1]!;
    expect({ op: op.do, virt: virt / 1024, rss: rss / 1024 }).toEqual({ op: op.do, virt: row.vmSizeKiB - before, rss: row.rssKiB });
  }
});

test('HeapSys counts mapped pages, HeapReleased those no span uses, whether touched or not', () => {
  const machine = new PageMachine();
  machine.apply({ do: 'reserve', pages: 64 });
  machine.apply({ do: 'map', from: 0, to: 32 });
  expect(machine.picture()).toMatchObject({ heapSys: 32 * pageSize, heapReleased: 32 * pageSize, rss: 0 });
  machine.apply({ do: 'use', from: 0, to: 8 });
  expect(machine.picture()).toMatchObject({ heapReleased: 24 * pageSize, rss: 0 });
  machine.apply({ do: 'write', from: 0, to: 8 });
  machine.apply({ do: 'free', from: 0, to: 8 });
  expect(machine.picture()).toMatchObject({ heapReleased: 32 * pageSize, rss: 8 * pageSize });
});

test('touching what is not mapped is the program\'s error', () => {
  const machine = new PageMachine();
  machine.apply({ do: 'reserve', pages: 4 });
  expect(() => machine.apply({ do: 'write', from: 0, to: 1 })).toThrow(expect.objectContaining({ code: 'fault' }));
  expect(() => machine.apply({ do: 'map', from: 2, to: 9 })).toThrow(expect.objectContaining({ code: 'outside' }));
});

const ranges = fc.tuple(fc.nat(31), fc.integer({ min: 1, max: 8 })).map(([from, pages]) => ({ from, to: Math.min(32, from + pages) }));
const ops = fc.oneof(
  ranges.chain((range) => fc.constantFrom(...(['use', 'write', 'read', 'dontneed', 'free'] as const)).map((name): PageOp => ({ do: name, ...range }))),
  fc.constant<PageOp>({ do: 'reclaim' }),
);

test('in any program HeapReleased ≤ HeapSys ≤ VIRT, RSS ≤ VIRT, and a saved state continues alike', () => {
  fc.assert(fc.property(fc.array(ops, { maxLength: 30 }), fc.array(ops, { maxLength: 5 }), (program, rest) => {
    const [machine, copy] = [new PageMachine(), new PageMachine()];
    for (const op of [{ do: 'reserve', pages: 40 }, { do: 'map', from: 0, to: 32 }, ...program] as PageOp[]) machine.apply(op);
    const { virt, rss, heapSys, heapReleased } = machine.picture();
    expect(heapReleased >= 0 && heapReleased <= heapSys && heapSys <= virt && rss <= virt).toBe(true);
    copy.load(machine.save());
    expect(rest.map((op) => copy.apply(op))).toEqual(rest.map((op) => machine.apply(op)));
    expect(copy.picture()).toEqual(machine.picture());
  }));
});
