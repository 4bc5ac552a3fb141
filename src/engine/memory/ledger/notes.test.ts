import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KiB } from '../mapping.ts';
import { countedNotes, firstHeap, heapArenaOf, notesOf } from './notes.ts';

const rows = <Row>(name: string): Row[] => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as { rows: Row[] }).rows;
const minorOf = (go: string): number => Number(/^go1\.(\d+)/.exec(go)![1]);

interface Call { readonly call: string; readonly bytes: number; readonly how: string; readonly hint: string }
const started = rows<{ go: string; heapArenaBytes: number; calls: Call[] }>('startup').map((row) => [row.go, row] as const);

interface Hello { readonly name: string; readonly go: string; readonly moments: readonly { readonly memStats: Record<string, number> }[] }
const hellos = rows<Hello>('account').filter(({ name }) => name === 'hello').map((row) => [row.go, row] as const);

describe.each(started)('%s', (go, { heapArenaBytes, calls }) => {
  it('has a heapArena of the recorded size', () => {
    expect(heapArenaOf(minorOf(go))).toBe(heapArenaBytes);
  });

  it('maps at its start what the notes say, and the heap, and nothing else', () => {
    const mapped = calls.filter(({ call, how, hint }) => call === 'mmap' && how.startsWith('PROT_READ|PROT_WRITE') && hint !== '0xc000000000').reduce((sum, { bytes }) => sum + bytes, 0);
    const chunks = calls.filter(({ bytes }) => bytes === 256 * KiB).length;
    expect(notesOf(minorOf(go), { arenas: 1, chunks }).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(mapped);
  });
});

describe.each(hellos)('a small program of %s', (go, { moments }) => {
  const { memStats } = moments[0]!;

  it('has a Sys of its first step of heap and the notes, to the byte', () => {
    expect(memStats['Sys']).toBe(firstHeap(minorOf(go)) + countedNotes(notesOf(minorOf(go), { arenas: 1, chunks: 2 })));
  });

  it('counts the large notes in GCSys, with what small structures took of a persistent chunk and the queues of the marking', () => {
    const large = notesOf(minorOf(go), { arenas: 1, chunks: 2 }).reduce((sum, { bytes, counter }) => sum + (counter === 'GCSys' ? bytes : 0), 0);
    const rest = memStats['GCSys']! - large;
    expect(rest).toBeGreaterThan(0);
    expect(rest).toBeLessThan(256 * KiB);
  });
});

it('all releases are here', () => {
  expect(hellos.map(([go]) => minorOf(go))).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27]);
  expect(started).toHaveLength(13);
});
