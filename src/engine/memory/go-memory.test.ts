import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../machine.ts';
import { AddressSpace, usualSpace } from './address-space.ts';
import { GoMemory } from './go-memory.ts';
import { KiB, MiB } from './mapping.ts';

const heap = 0xc000000000;

function started(madvDontNeed = true): { space: AddressSpace; go: GoMemory } {
  const space = new AddressSpace();
  const go = new GoMemory(space, { madvDontNeed });
  expect(go.sysReserve(64 * MiB, heap)).toBe(heap);
  return { space, go };
}

describe('a heap chunk', () => {
  it('is addresses only while Reserved: VIRT has it, no counter of Go does', () => {
    const { space, go } = started();
    expect([space.virt, space.rss, go.counters()]).toEqual([64 * MiB, 0, { heapSys: 0, heapReleased: 0, mappedReady: 0 }]);
    expect(space.touch(heap, 1, 'read').diedAt).toBe(heap);
  });

  it('is in HeapSys and wholly in HeapReleased when Prepared, without a page', () => {
    const { space, go } = started();
    go.sysMap(heap, 4 * MiB);
    expect([space.virt, space.rss, go.counters()]).toEqual([64 * MiB, 0, { heapSys: 4 * MiB, heapReleased: 4 * MiB, mappedReady: 0 }]);
  });

  it('leaves HeapReleased when a span takes it, and enters RSS when it is written', () => {
    const { space, go } = started();
    go.sysMap(heap, 4 * MiB);
    expect(go.sysUsed(heap, MiB)).toBe(MiB);
    expect([space.rss, go.counters()]).toEqual([0, { heapSys: 4 * MiB, heapReleased: 3 * MiB, mappedReady: MiB }]);
    space.touch(heap, MiB, 'write');
    expect(space.rss).toBe(MiB);
  });

  it('given back leaves RSS at once with MADV_DONTNEED, and when the kernel needs it with MADV_FREE', () => {
    for (const madvDontNeed of [true, false]) {
      const { space, go } = started(madvDontNeed);
      go.sysMap(heap, 4 * MiB);
      go.sysUsed(heap, MiB);
      space.touch(heap, MiB, 'write');
      go.sysUnused(heap, MiB);
      expect([madvDontNeed, space.rss, go.counters().heapReleased]).toEqual([madvDontNeed, madvDontNeed ? 0 : MiB, 4 * MiB]);
      space.reclaim();
      expect(space.rss).toBe(0);
    }
  });

  it('faulted cannot be touched and is in no counter; freed it is gone', () => {
    const { space, go } = started();
    go.sysMap(heap, 8 * MiB);
    go.sysUsed(heap, 8 * MiB);
    space.touch(heap, 8 * MiB, 'write');
    go.sysFault(heap, 8 * MiB);
    expect([space.rss, space.touch(heap, 1, 'read').diedAt, go.counters()]).toEqual([0, heap, { heapSys: 0, heapReleased: 0, mappedReady: 0 }]);
    go.sysFree(heap, 64 * MiB);
    expect([space.virt, go.owned()]).toEqual([0, []]);
  });
});

describe('the runtime’s tables', () => {
  it('count in mappedReady and not in the heap', () => {
    const { go } = started();
    go.sysAlloc(256 * KiB);
    expect(go.counters()).toEqual({ heapSys: 0, heapReleased: 0, mappedReady: 256 * KiB });
  });

  it('are undefined when the limit refuses them', () => {
    const go = new GoMemory(new AddressSpace({ ...usualSpace, limitBytes: MiB }));
    expect([go.sysReserve(2 * MiB), go.sysAlloc(2 * MiB)]).toEqual([undefined, undefined]);
  });
});

it('a step from the wrong state is our fault, not the reader’s', () => {
  const { go } = started();
  expect(() => go.sysUsed(heap, MiB)).toThrow(EngineError);
  go.sysMap(heap, MiB);
  expect(() => { go.sysMap(heap, MiB); }).toThrow(EngineError);
  expect(() => { go.sysUnused(heap, MiB); }).toThrow(EngineError);
  expect(() => { go.sysFree(heap - MiB, MiB); }).toThrow(EngineError);
});

it('after any steps HeapReleased ≤ HeapSys ≤ VIRT, HeapSys = HeapReleased + Ready heap, and a saved state goes on alike', () => {
  const pages = fc.tuple(fc.nat(63), fc.integer({ min: 1, max: 16 })).map(([first, count]) => ({ start: heap + first * 8 * KiB, bytes: Math.min(count, 64 - first) * 8 * KiB }));
  const step = fc.record({ do: fc.constantFrom('used', 'unused', 'write', 'reclaim', 'alloc'), pages });
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, madvDontNeed) => {
    const { space, go } = started(madvDontNeed);
    go.sysMap(heap, 512 * KiB);
    const ready = new Set<number>();
    let tables = 0;
    for (const { do: what, pages: { start, bytes } } of steps) {
      const each = Array.from({ length: bytes / (8 * KiB) }, (_, n) => start + n * 8 * KiB);
      if (what === 'used') { go.sysUsed(start, bytes); each.forEach((page) => ready.add(page)); }
      if (what === 'unused') each.filter((page) => ready.delete(page)).forEach((page) => { go.sysUnused(page, 8 * KiB); });
      if (what === 'write') space.touch(start, bytes, 'write');
      if (what === 'reclaim') space.reclaim();
      if (what === 'alloc') tables += go.sysAlloc(bytes) === undefined ? 0 : bytes;
    }
    const { heapSys, heapReleased, mappedReady } = go.counters();
    expect({ heapSys, heapReleased, mappedReady }).toEqual({ heapSys: 512 * KiB, heapReleased: 512 * KiB - ready.size * 8 * KiB, mappedReady: ready.size * 8 * KiB + tables });
    expect(space.rss).toBeLessThanOrEqual(space.virt);
    const copy = new GoMemory(space, { madvDontNeed });
    copy.load(go.save());
    expect(copy.counters()).toEqual(go.counters());
  }), { numRuns: 500 });
});
