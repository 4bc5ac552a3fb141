import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, explain } from './classify.ts';
import { readProcess } from './read.ts';
import { chunkBytes, mergedLines } from './summaries.ts';
import { certainties, rules, whats } from './what.ts';
import type { Mapping } from './mapping.ts';
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

/** Minor versions recorded, with the KiB of a heapArena as startup.json has it. */
const startup = JSON.parse(readFileSync('oracle/recordings/startup.json', 'utf8')) as { rows: { go: string; heapArenaBytes: number; calls: Call[] }[] };
interface Call { readonly call: string; readonly hint: string; readonly bytes: number; readonly how: string; readonly result: string; readonly name: string | null }

describe('recorded Go processes', () => {
  it.each([
    ['go-hello-1.15', [15, 18], [15, 16]], ['go-hello-1.16', [15, 18], [15, 16]],
    ['go-hello-1.17', [17, 18], [17, 18]], ['go-hello-1.18', [17, 18], [17, 18]], ['go-hold-1.17', [17, 18], [17, 18]], ['go-hold-1.18', [17, 18], [17, 18]],
    ['go-hello-1.19', [19, 19], [19, 19]], ['go-hello-1.20', [20, 20], [20, 20]], ['go-hello-1.21', [21, 21], [21, 21]],
    ['go-hello-1.22', [22, 24], [22, 24]], ['go-hello-1.23', [22, 24], [22, 24]], ['go-hello-1.24', [22, 24], [22, 24]],
    ['go-hello-1.25', [25, 27], [25, 25]], ['go-norandom', [25, 27], [25, 25]],
    ['go-hello-1.26', [26, 27], [26, 27]], ['go-hello-1.27', [26, 27], [26, 27]], ['go-hold-80', [26, 27], [26, 27]], ['go-pie', [26, 27], [26, 27]], ['go-cgo', [26, 27], [26, 27]],
  ])('%s can be Go 1.%j', (name, versions, likely) => {
    const { go } = explain(mappingsOf(recorded(name).smaps));
    expect({ versions: go.versions, likely: go.likely }).toEqual({ versions, likely });
  });

  it('are told the same from maps, smaps and pmap -X, but for the heading of names', () => {
    for (const name of ['go-hello-1.18', 'go-hello-1.20', 'go-hello-1.27', 'go-cgo', 'go-pie', 'c-thread']) {
      const [maps, smaps, pmap] = [recorded(name).maps, recorded(name).smaps, recorded(name).pmap].map((text) => totals(attribute(mappingsOf(text))));
      expect([name, smaps]).toEqual([name, maps]);
      expect([name, pmap]).toEqual([name, maps]);
    }
  });

  it('have all five levels, and the index of their version', () => {
    for (const [name, index] of [['go-hello-1.18', undefined], ['go-hello-1.20', 8192], ['go-hello-1.27', 524288], ['go-pie', 524288]] as const) {
      expect([name, totals(attribute(mappingsOf(recorded(name).maps)))]).toEqual([name, expect.objectContaining({
        'summary L0': 128, 'summary L1': 1024, 'summary L2': 8192, 'summary L3': 65536, 'summary L4': 524288, 'arena index': 32768, 'chunk table': 1024, ...(index ? { 'scavenge index': index } : {}),
      })]);
      if (!index) expect(totals(attribute(mappingsOf(recorded(name).maps)))).not.toHaveProperty('scavenge index');
    }
  });

  it('with cgo have thread stacks, guards, glibc arenas and libraries beside all of Go', () => {
    const sums = totals(attribute(mappingsOf(recorded('go-cgo').maps)));
    const threads = (sums['thread stack'] ?? 0) / 8192;
    expect(Number.isInteger(threads) && threads > 0).toBe(true);
    expect(sums.guard).toBe(threads * 4);
    expect((sums['glibc arena'] ?? 1) % 65536).toBe(0);
    expect(explain(mappingsOf(recorded('go-cgo').maps)).go).toMatchObject({ isGo: true, cgo: true });
  });
});

/** The map a process has after recorded calls: every stretch with its permissions and the call that made it. */
function mapAfter(calls: readonly Call[]): { mappings: Mapping[]; owners: { start: number; end: number; perms: string; call: Call }[] } {
  let owners: { start: number; end: number; perms: string; call: Call }[] = [];
  for (const call of calls) {
    const start = parseInt(call.call === 'mmap' ? call.result : call.hint, 16);
    const end = start + Math.ceil(call.bytes / 4096) * 4096;
    if (call.call === 'madvise') continue;
    owners = owners.flatMap((old) => [{ ...old, end: Math.min(old.end, start) }, { ...old, start: Math.max(old.start, end) }].filter((piece) => piece.start < piece.end));
    if (call.call === 'mmap') owners.push({ start, end, perms: call.how.includes('PROT_NONE') ? '---p' : 'rw-p', call });
  }
  owners.sort((a, b) => a.start - b.start);
  return { owners, mappings: fuse(owners) };
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

/** What the runtime’s own names mean, and for Go without names what its calls ask for. */
const named: Readonly<Record<string, What>> = {
  ' Go: heap index': 'arena index', ' Go: page alloc index': 'chunk table', ' Go: allspans array': 'gc metadata', ' Go: gc bits': 'gc metadata',
  ' Go: profiler hash buckets': 'profiler buckets', ' Go: scavenge index': 'scavenge index', ' Go: heap reservation': 'arena reserved', ' Go: heap': 'arena',
};
const asked: Readonly<Record<number, What>> = { 33554432: 'arena index', 1048576: 'chunk table', 65536: 'gc metadata', 262144: 'persistentalloc', 1439992: 'profiler buckets' };

function truthTotals(owners: ReturnType<typeof mapAfter>['owners'], of: (call: Call) => What | undefined): Partial<Record<What, number>> {
  const sums: Partial<Record<What, number>> = {};
  for (const { start, end, call } of owners) {
    const what = of(call);
    if (what) sums[what] = (sums[what] ?? 0) + (end - start) / 1024;
  }
  return sums;
}

describe('start-ups recorded call by call', () => {
  it('are attributed as the runtime itself names them', () => {
    const { rows: [row] } = JSON.parse(readFileSync('oracle/recordings/names.json', 'utf8')) as { rows: [{ calls: Call[] }] };
    const { owners, mappings } = mapAfter(row.calls);
    const truth = truthTotals(owners, (call) => named[call.name ?? ''] ?? (call.bytes === 69648 ? 'heapArena' : call.bytes === 262144 ? 'persistentalloc' : undefined));
    expect(totals(attribute(mappings))).toEqual({ ...truth, 'summary L0': 128, 'summary L1': 1024, 'summary L2': 8192, 'summary L3': 65536, 'summary L4': 524288 });
  });

  it.each(startup.rows.map((row) => [row.go, row] as const))('of %s are attributed as they were asked for', (_, row) => {
    const { owners, mappings } = mapAfter(row.calls);
    const truth = truthTotals(owners, ({ how, hint, bytes }) => {
      if (hint !== 'NULL' || how === 'PROT_NONE') return undefined;
      return bytes === row.heapArenaBytes ? 'heapArena' : asked[bytes];
    });
    expect(totals(attribute(mappings))).toMatchObject(truth);
  });
});

describe('names of Go 1.25 and later', () => {
  const named = `400000-491000 r-xp 00000000 fe:00 1                            /prog
c000000000-c000400000 rw-p 00000000 00:00 0                            [anon: Go: heap]
c000400000-c004000000 ---p 00000000 00:00 0                            [anon: Go: heap reservation]
7f0000000000-7f0000010000 rw-p 00000000 00:00 0                        [anon: Go: gc bits]
7f0000020000-7f0000072000 rw-p 00000000 00:00 0                        [anon: Go: immortal metadata]
7f0000080000-7f0000090000 rw-p 00000000 00:00 0                        [anon: Go: trace buffer]
7f00000a0000-7f00000b0000 ---p 00000000 00:00 0                        [anon: Go: page summary]`.replaceAll(/^400000-491000/g, '00400000-00491000');

  it('are believed without any arithmetic', () => {
    const { attributed, go } = explain(mappingsOf(named));
    expect(attributed.flatMap((one) => one.parts.map((part) => `${part.sizeKiB} ${part.what} ${part.certainty}`))).toEqual([
      '580 text certain', '4096 arena certain', '61440 arena reserved certain', '64 gc metadata certain',
      '72 heapArena likely', '256 persistentalloc likely', '64 anonymous certain', '64 unknown guess',
    ]);
    expect(go).toMatchObject({ isGo: true, versions: [25, 27] });
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
    const heap = fc.tuple(fc.integer({ min: 1, max: 2 ** 20 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 64 }));
    fc.assert(fc.property(heap, fc.boolean(), ([arena, skipped, chunks], index) => {
      const base = arena * 64 * 2 ** 20;
      const mappings = madeUp({ start: base + skipped * chunkBytes, end: base + (skipped + chunks) * chunkBytes }, index);
      const { attributed, go } = explain(mappings);
      expect(go.isGo).toBe(true);
      const certain = attributed.flatMap((one) => one.parts).filter((part) => part.certainty === 'certain');
      const sums = totals([{ mapping: mappings[0]!, parts: certain }]);
      expect(sums).toMatchObject({ 'summary L1': 1024, 'summary L2': 8192, 'summary L3': 65536, 'summary L4': 524288, 'arena': chunks * 4096 });
    }), { numRuns: 300, seed: 3 });
  }, 60_000);
});

/** A map with a heap and its summaries, the text of a map that Go 1.17 or 1.27 would leave behind on an old kernel. */
function madeUp(heap: { start: number; end: number }, index: boolean): Mapping[] {
  const arena = 64 * 2 ** 20;
  const first = Math.floor(heap.start / arena) * arena;
  const last = Math.ceil(heap.end / arena) * arena;
  const pieces = [{ start: first, end: heap.start, perms: '---p' }, { ...heap, perms: 'rw-p' }, { start: heap.end, end: last, perms: '---p' }];
  let at = 0x7f7eb7d55000;
  pieces.push({ start: at - 35_000 * 1024, end: at, perms: 'rw-p' });
  for (const line of mergedLines(heap, index ? 'words' : 'none')) {
    pieces.push({ start: at, end: at + line.sizeKiB * 1024, perms: line.perms });
    at += line.sizeKiB * 1024;
  }
  return fuse(pieces.filter((piece) => piece.end > piece.start));
}
