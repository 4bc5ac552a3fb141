import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, explain } from './classify.ts';
import { readProcess } from './read.ts';
import { amd64, arm64, chunkBytes, mergedLines } from './summaries.ts';
import { certainties, rules, whats } from './what.ts';
import type { Mapping } from './mapping.ts';
import type { Port } from './summaries.ts';
import type { Attributed, What } from './what.ts';

const fixture = (name: string): string => readFileSync(`src/engine/memory/fixtures/${name}`, 'utf8');

function mappingsOf(text: string): readonly Mapping[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') throw new Error('a rollup has no mappings');
  return read.mappings;
}

interface ProcessRow { readonly maps: string; readonly smaps: string; readonly pmap: string }
function recorded(name: string): ProcessRow {
  const { rows: [row] } = JSON.parse(readFileSync(`oracle/recordings/processes/${name}.json`, 'utf8')) as { rows: [ProcessRow] };
  return row;
}

/** What a mapping is made of: `2116 heapArena certain` for each part, equal neighbours counted. */
function partsAt(attributed: readonly Attributed[], start: number): string[] {
  const found = attributed.find((one) => one.mapping.start === start);
  return (found?.parts ?? []).map((part) => `${part.sizeKiB} ${part.what} ${part.certainty}`);
}

/** KiB of each `what` in a process. */
function totals(attributed: readonly Attributed[]): Partial<Record<What, number>> {
  const sums: Partial<Record<What, number>> = {};
  for (const { parts } of attributed) for (const part of parts) sums[part.what] = (sums[part.what] ?? 0) + part.sizeKiB;
  return sums;
}

describe('the seed’s Go process', () => {
  const { attributed, go } = explain(mappingsOf(fixture('seed-vmlet.pmap.txt')));
  const at = (start: number): string[] => partsAt(attributed, start);

  it('has the segments of its executable, .bss in the anonymous line after them', () => {
    expect([0x400000, 0xa91000, 0x1193000, 0x120d000].flatMap(at)).toEqual(['6724 text certain', '7176 rodata certain', '488 data certain', '272 bss certain']);
  });

  it('has 80 MiB of arena and 48 MiB reserved for it', () => {
    expect([0xc000000000, 0xc005000000].flatMap(at)).toEqual(['81920 arena certain', '49152 arena reserved certain']);
  });

  it('has its tables fused in 40,648 KiB: 38,024 of them certain', () => {
    const [fused] = attributed.filter((one) => one.mapping.start === 0x7f7eb7d55000);
    expect(totals([fused!])).toEqual({ 'arena index': 32768, 'heapArena': 2 * 2116, 'chunk table': 1024, 'profiler buckets': 1408, 'persistentalloc': 4 * 256, 'gc metadata': 3 * 64 });
    const certain = fused!.parts.filter((part) => part.certainty === 'certain');
    expect(totals([{ ...fused!, parts: certain }])).toEqual({ 'arena index': 32768, 'heapArena': 2 * 2116, 'chunk table': 1024 });
    expect(fused!.parts.filter((part) => part.certainty === 'guess')).toEqual([]);
  });

  it('has the ten lines that follow from its heap address', () => {
    expect([0x7f7eba507000, 0x7f7eca687000, 0x7f7eca688000, 0x7f7edc537000, 0x7f7edc538000, 0x7f7ede90d000, 0x7f7ede90e000, 0x7f7eded87000, 0x7f7eded88000, 0x7f7edee07000].map(at)).toEqual([
      ['263680 summary L4 certain'], ['4 summary L4 certain'],
      ['260604 summary L4 certain', '32960 summary L3 certain'], ['4 summary L3 certain'],
      ['32572 summary L3 certain', '4120 summary L2 certain'], ['4 summary L2 certain'],
      ['4068 summary L2 certain', '512 summary L1 certain'], ['4 summary L1 certain'],
      ['508 summary L1 certain'], ['128 summary L0 certain', '256 persistentalloc certain'],
    ]);
  });

  it('ran Go 1.17 or 1.18, without cgo, not as PIE, on a kernel that aligned nothing', () => {
    expect(go).toMatchObject({ isGo: true, versions: [17, 18], heapBase: 0xc000000000, pie: false, cgo: false, alignedReservations: false });
  });
});

describe('the seed’s sleep', () => {
  const { attributed, go } = explain(mappingsOf(fixture('seed-sleep.pmap.txt')));

  it('is text, RELRO, data, heap, libraries, a locale archive, stack, vdso and vsyscall', () => {
    expect([0x400000, 0x606000, 0x607000, 0x1963000, 0x7f81ea7b0000, 0x7f81f0eb7000, 0x7f81f12e3000, 0x7fff33464000, 0x7fff335a7000, 0xffffffffff600000].flatMap((start) => partsAt(attributed, start))).toEqual([
      '24 text certain', '4 rodata certain', '4 data certain', '132 heap certain', '103692 file certain', '2044 library certain', '4 library certain', '132 stack certain', '8 vdso certain', '4 vsyscall certain',
    ]);
  });

  it('is not Go', () => {
    expect(go).toMatchObject({ isGo: false, versions: undefined, evidence: [], heapBase: undefined });
  });
});

describe('recorded C processes', () => {
  it('are not Go', () => {
    for (const name of ['c-malloc-1', 'c-malloc-200000', 'c-malloc-nopie', 'c-malloc-static', 'c-sleep', 'c-thread']) {
      expect([name, explain(mappingsOf(recorded(name).smaps)).go.isGo]).toEqual([name, false]);
    }
  });

  it('have a 64 MiB arena, a guard and an 8 MiB stack for a second thread', () => {
    const attributed = attribute(mappingsOf(recorded('c-thread').maps));
    expect(totals(attributed)).toMatchObject({ 'glibc arena': 65536, 'guard': 4, 'thread stack': 8192, 'heap': 132, 'stack': 132 });
  });

  it('have .bss behind a static executable’s data', () => {
    const { text, rodata, data, bss } = totals(attribute(mappingsOf(recorded('c-malloc-static').maps)));
    expect({ text, rodata, data, bss }).toEqual({ text: 480, rodata: 4 + 156 + 16, data: 12, bss: 20 });
  });
});

describe('other runtimes', () => {
  it.each(['java', 'python', 'node'])('%s is not Go', (name) => {
    expect(explain(mappingsOf(fixture(`${name}.maps.txt`))).go).toMatchObject({ isGo: false, versions: undefined, evidence: [] });
  });

  it('keep the glibc arenas of their threads', () => {
    expect((totals(attribute(mappingsOf(fixture('java.maps.txt'))))['glibc arena'] ?? 0) % 65536).toBe(0);
    expect(totals(attribute(mappingsOf(fixture('python.maps.txt'))))).toMatchObject({ 'thread stack': 4 * 8192, 'guard': 4 * 4, 'glibc arena': 4 * 65536 });
  });
});

describe('any well-formed map', () => {
  const page = 4096;
  const perms = fc.constantFrom('rw-p', '---p', 'r-xp', 'r--p', 'rw-s', 'rwxp');
  const name = fc.constantFrom('', '', '', '/prog', '/lib/libc.so.6', '[heap]', '[stack]', '[anon: Go: heap]', '[anon: Go: immortal metadata]', '[stack:12]', '[rollup]', '/dev/zero (deleted)');
  const size = fc.constantFrom(1, 1, 2, 16, 33, 64, 256, 529, 1024, 2048, 8192, 16384, 65920, 131072);
  const gap = fc.constantFrom(0, 0, 0, 1, 16, 1024, 16384);
  const start = fc.constantFrom(0x400000, 0xc000000000, 0x7f0000000000, 0x10000000);
  const map = fc.tuple(start, fc.array(fc.tuple(gap, size, perms, name), { minLength: 1, maxLength: 40 })).map(([from, pieces]) => {
    let at = from;
    return pieces.map(([skip, pages, perms, name], n): Mapping => {
      const begin = at + skip * page;
      at = begin + pages * page;
      return { start: begin, end: at, perms, offset: 0, device: '00:00', inode: name.startsWith('/') ? '7' : '0', name, sizeKiB: pages * 4, line: n + 1 };
    });
  });

  it('is explained, its parts in order and adding up to each mapping', () => {
    fc.assert(fc.property(map, (mappings) => {
      const attributed = attribute(mappings);
      expect(attributed.map((one) => one.mapping)).toEqual(mappings);
      for (const { mapping, parts } of attributed) {
        expect(parts.reduce((sum, part) => sum + part.sizeKiB, 0)).toBe(mapping.sizeKiB);
        expect(parts.every((part) => part.sizeKiB > 0 && whats.includes(part.what) && certainties.includes(part.certainty) && rules.includes(part.proof.rule))).toBe(true);
      }
    }), { numRuns: 2_000, seed: 2 });
  }, 60_000);

  it('with the summaries of any heap is Go, every page of them certain', () => {
    const heap = fc.tuple(fc.integer({ min: 2 ** 12, max: 2 ** 20 - 2 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 64 }));
    fc.assert(fc.property(heap, fc.boolean(), fc.constantFrom(amd64, arm64), ([arena, skipped, chunks], index, port) => {
      const base = arena * 64 * 2 ** 20;
      const mappings = madeUp({ start: base + skipped * chunkBytes, end: base + (skipped + chunks) * chunkBytes }, index, port);
      const { attributed, go } = explain(mappings);
      expect(go.isGo).toBe(true);
      const certain = attributed.flatMap((one) => one.parts).filter((part) => part.certainty === 'certain');
      const sums = totals([{ mapping: mappings[0]!, parts: certain }]);
      expect(sums).toMatchObject({ 'summary L1': 1024, 'summary L2': 8192, 'summary L3': 65536, 'summary L4': 524288, 'arena': chunks * 4096 });
    }), { numRuns: 300, seed: 3 });
  }, 60_000);
});

/** A map with a heap and its summaries, the text of a map that Go 1.17 or 1.27 would leave behind on an old kernel. */
function madeUp(heap: { start: number; end: number }, index: boolean, port: Port): Mapping[] {
  const arena = 64 * 2 ** 20;
  const first = Math.floor(heap.start / arena) * arena;
  const last = Math.ceil(heap.end / arena) * arena;
  const pieces = [{ start: first, end: heap.start, perms: '---p' }, { ...heap, perms: 'rw-p' }, { start: heap.end, end: last, perms: '---p' }];
  let at = 0x7f7eb7d55000;
  pieces.push({ start: at - 35_000 * 1024, end: at, perms: 'rw-p' });
  for (const line of mergedLines(heap, index ? 'words' : 'none', port)) {
    pieces.push({ start: at, end: at + line.sizeKiB * 1024, perms: line.perms });
    at += line.sizeKiB * 1024;
  }
  return fuse(pieces.filter((piece) => piece.end > piece.start));
}

function fuse(pieces: readonly { start: number; end: number; perms: string }[]): Mapping[] {
  const lines: string[] = [];
  let open: { start: number; end: number; perms: string } | undefined;
  const close = (): void => {
    if (open) lines.push(`${open.start.toString(16)}-${open.end.toString(16)} ${open.perms} 00000000 00:00 0`);
  };
  for (const piece of pieces) {
    if (open && open.end === piece.start && open.perms === piece.perms) open = { ...open, end: piece.end };
    else {
      close();
      open = { ...piece };
    }
  }
  close();
  return [...mappingsOf(lines.join('\n'))];
}
