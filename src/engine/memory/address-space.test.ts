import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressSpace, usualSpace } from './address-space.ts';
import { KiB, MiB } from './mapping.ts';
import type { AddressSpaceOptions } from './address-space.ts';
import type { Protection } from './vma.ts';

const page = 4 * KiB;
const sizes = (space: AddressSpace): string[] => space.mappings().map(({ start, end, value }) => `${(end - start) / KiB} ${value.protection}`);

function spaceWith(options: Partial<AddressSpaceOptions> = {}): AddressSpace {
  return new AddressSpace({ ...usualSpace, ...options });
}

/** mmap that must succeed. */
function mapped(space: AddressSpace, request: Parameters<AddressSpace['mmap']>[0]): number {
  const at = space.mmap(request);
  if (typeof at === 'string') throw new Error(`mmap answered ${at}`);
  return at;
}

describe('placement', () => {
  it('takes a hint when the place is free, and the highest hole when not', () => {
    const space = spaceWith({ top: 0x7000_0000_0000 });
    expect(space.mmap({ bytes: page, protection: 'rw-', hint: 0xc000000000 })).toBe(0xc000000000);
    expect(space.mmap({ bytes: page, protection: 'rw-', hint: 0xc000000000 })).toBe(0x7000_0000_0000 - page);
  });

  it('aligns large mappings as each kernel did', () => {
    const starts = (['none', 'all', 'multiples'] as const).map((align) => spaceWith({ align, top: 0x7000_0010_1000 }).mmap({ bytes: 2 * MiB + page, protection: 'rw-' }));
    expect(starts).toEqual([0x7000_0010_1000 - 2 * MiB - page, 0x7000_0000_0000 - 2 * MiB, 0x7000_0010_1000 - 2 * MiB - page]);
  });
});

describe('brk', () => {
  it('makes one mapping named [heap], and stops at another', () => {
    const space = spaceWith();
    mapped(space, { bytes: page, protection: '---', hint: usualSpace.heapStart + 8 * page, fixed: true });
    expect(space.brk(usualSpace.heapStart + 8 * page)).toBe(usualSpace.heapStart + 8 * page);
    expect(space.brk(usualSpace.heapStart + 9 * page)).toBe(usualSpace.heapStart + 8 * page);
    expect(space.mappings().map((vma) => vma.value.name)).toEqual(['[heap]', '']);
  });
});

describe('pages', () => {
  it('take a fault on the first touch, another when a page of zeros is written, none on a lazily freed page', () => {
    const space = spaceWith();
    const at = mapped(space, { bytes: 16 * page, protection: 'rw-' });
    expect(space.touch(at, 16 * page, 'read').faults).toBe(16);
    expect(space.rss).toBe(0);
    expect(space.touch(at, 8 * page, 'write').faults).toBe(8);
    expect(space.touch(at, 16 * page, 'read').faults).toBe(0);
    space.adviseFree(at, 16 * page);
    expect([space.rss, space.touch(at, page, 'write').faults]).toEqual([8 * page, 0]);
    expect(space.reclaim()).toBe(7 * page);
    expect(space.rss).toBe(page);
  });

  it('kill who touches a reservation, writes what is read-only, or runs off the end', () => {
    const space = spaceWith();
    const at = mapped(space, { bytes: 4 * page, protection: 'rw-' });
    space.mprotect(at + 2 * page, page, 'r--');
    expect(space.touch(at, 4 * page, 'write')).toEqual({ faults: 2, diedAt: at + 2 * page });
    expect(space.touch(at, 4 * page, 'read').diedAt).toBeUndefined();
    expect(space.touch(at, 5 * page, 'read').diedAt).toBe(at + 4 * page);
    space.mprotect(at, 4 * page, '---');
    expect(space.touch(at, page, 'read').diedAt).toBe(at);
  });

  it('of a file count whole in RSS and by the share in PSS; a private write makes one’s own', () => {
    const space = spaceWith();
    const at = mapped(space, { bytes: 10 * page, protection: 'rw-', file: { name: '/lib/libc.so.6', offset: 0, sharers: 10 } });
    space.touch(at, 10 * page, 'read');
    expect([space.rss, space.pss]).toEqual([10 * page, page]);
    space.touch(at, 2 * page, 'write');
    expect([space.rss, space.pss]).toEqual([10 * page, 2 * page + 0.8 * page]);
    expect(space.adviseFree(at, page)).toBe('EINVAL');
  });
});

describe('mappings', () => {
  it('split where a change begins and ends, and merge when it is undone', () => {
    const space = spaceWith();
    const at = mapped(space, { bytes: 64 * KiB, protection: 'rw-' });
    space.mprotect(at + 16 * KiB, 16 * KiB, '---');
    expect(sizes(space)).toEqual(['16 rw-', '16 ---', '32 rw-']);
    space.mprotect(at + 16 * KiB, 16 * KiB, 'rw-');
    expect(sizes(space)).toEqual(['64 rw-']);
  });

  it('of one file stay apart unless their offsets go on', () => {
    const space = spaceWith();
    const file = { name: '/prog', sharers: 1 };
    mapped(space, { bytes: page, protection: 'r--', hint: 0x400000, fixed: true, file: { ...file, offset: 0 } });
    mapped(space, { bytes: page, protection: 'r--', hint: 0x401000, fixed: true, file: { ...file, offset: page } });
    mapped(space, { bytes: page, protection: 'r--', hint: 0x402000, fixed: true, file: { ...file, offset: 0 } });
    expect(sizes(space)).toEqual(['8 r--', '4 r--']);
  });

  it('one page each, side by side, make one; unmapping every other one runs into vm.max_map_count', () => {
    const space = spaceWith();
    for (let n = 0; n < 1000; n++) mapped(space, { bytes: page, protection: 'rw-' });
    expect(sizes(space)).toEqual(['4000 rw-']);
    const many = spaceWith({ mostMappings: 100 });
    const at = mapped(many, { bytes: 1000 * page, protection: 'rw-' });
    let unmapped = 0;
    while (many.munmap(at + (2 * unmapped + 1) * page, page) === 0) unmapped++;
    expect([unmapped, many.mappings().length]).toEqual([99, 100]);
    expect(many.mprotect(at, page / 2, 'r--')).toBe(0);
    expect(many.mprotect(at + 300 * page, page, 'r--')).toBe('ENOMEM');
  });

  it('that are asked for wrongly are refused', () => {
    const space = spaceWith();
    expect([space.mmap({ bytes: 0, protection: 'rw-' }), space.mmap({ bytes: page, protection: 'rw-', hint: 1, fixed: true }), space.munmap(5, page)]).toEqual(['EINVAL', 'EINVAL', 'EINVAL']);
    expect([space.mprotect(0x400000, page, 'r--'), space.adviseDontNeed(0x400000, page), space.mmap({ bytes: 2 ** 47, protection: '---' })]).toEqual(['ENOMEM', 'ENOMEM', 'ENOMEM']);
  });
});

const base = 0x7000_0000_0000;
const slot = fc.tuple(fc.nat(31), fc.integer({ min: 1, max: 12 })).map(([first, pages]) => ({ start: base + first * page, bytes: pages * page }));
const act = fc.oneof(
  fc.record({ do: fc.constant('map' as const), slot, protection: fc.constantFrom<Protection>('rw-', '---', 'r--'), shared: fc.boolean() }),
  fc.record({ do: fc.constant('file' as const), slot, sharers: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constantFrom('unmap' as const, 'dontneed' as const, 'free' as const, 'read' as const, 'write' as const, 'protect' as const, 'reclaim' as const), slot }),
);

function play(space: AddressSpace, acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): unknown[] {
  return acts.map((one) => {
    const { slot: { start, bytes } } = one;
    if (one.do === 'map') return space.mmap({ bytes, protection: one.protection, hint: start, fixed: true, isShared: one.shared });
    if (one.do === 'file') return space.mmap({ bytes, protection: 'rw-', hint: start, fixed: true, file: { name: '/f', offset: 0, sharers: one.sharers } });
    if (one.do === 'unmap') return space.munmap(start, bytes);
    if (one.do === 'dontneed') return space.adviseDontNeed(start, bytes);
    if (one.do === 'free') return space.adviseFree(start, bytes);
    if (one.do === 'protect') return space.mprotect(start, bytes, 'r--');
    return one.do === 'reclaim' ? space.reclaim() : space.touch(start, bytes, one.do);
  });
}

describe('after any calls', () => {
  it('VIRT is the sum of the mappings, pages lie in mappings, PSS ≤ RSS ≤ VIRT', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const space = spaceWith({ limitBytes: 40 * page });
      play(space, acts);
      const mappings = space.mappings();
      expect(space.virt).toBe(mappings.reduce((sum, { start, end }) => sum + end - start, 0));
      expect(space.pages().every(({ start, end }) => mappings.some((vma) => vma.start <= start * page) && mappings.some((vma) => vma.end >= end * page))).toBe(true);
      expect(space.pss).toBeLessThanOrEqual(space.rss);
      expect(space.rss).toBeLessThanOrEqual(space.virt);
      expect(space.virt).toBeLessThanOrEqual(40 * page);
    }), { numRuns: 1_000 });
  });

  it('a saved space goes on as the one it was saved from', () => {
    fc.assert(fc.property(fc.array(act, { maxLength: 20 }), fc.array(act, { maxLength: 20 }), (before, rest) => {
      const [space, copy] = [spaceWith(), spaceWith()];
      play(space, before);
      copy.load(space.save());
      expect(play(copy, rest)).toEqual(play(space, rest));
      expect(copy.save()).toEqual(space.save());
    }), { numRuns: 300 });
  });
});
