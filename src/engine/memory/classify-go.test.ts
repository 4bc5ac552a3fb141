import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attribute, explain } from './classify.ts';
import { readProcess } from './read.ts';
import type { Mapping } from './mapping.ts';
import type { Attributed, What } from './what.ts';


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

/** KiB of each `what` in a process. */
function totals(attributed: readonly Attributed[]): Partial<Record<What, number>> {
  const sums: Partial<Record<What, number>> = {};
  for (const { parts } of attributed) for (const part of parts) sums[part.what] = (sums[part.what] ?? 0) + part.sizeKiB;
  return sums;
}

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

/** The same on a kernel that keeps the names the runtime gives: they keep neighbours apart. */
function namedMapAfter(calls: readonly Call[]): Mapping[] {
  const byName = Map.groupBy(mapAfter(calls).owners, (owner) => owner.call.name ?? '');
  const lines = [...byName].flatMap(([name, owners]) => fuse(owners).map((mapping) => ({ ...mapping, name: name && `[anon:${name}]` })));
  return lines.sort((a, b) => a.start - b.start);
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

  it('are certain to the byte where the kernel keeps the names', () => {
    const { rows: [row] } = JSON.parse(readFileSync('oracle/recordings/names.json', 'utf8')) as { rows: [{ calls: Call[] }] };
    const { attributed, go } = explain(namedMapAfter(row.calls));
    expect(attributed.flatMap((one) => one.parts).filter((part) => part.certainty !== 'certain')).toEqual([]);
    expect(totals(attributed)).toEqual(totals(attribute(mapAfter(row.calls).mappings)));
    expect(go.versions).toEqual([25, 27]);
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
