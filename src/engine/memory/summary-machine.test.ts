import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SummaryMachine, type StartGo } from './summary-machine.ts';
import { chunkBytes } from './summaries.ts';

const MiB = 2 ** 20;
const seed: StartGo = { do: 'start', addr: 0xc000000000, size: 80 * MiB, index: 'none' };

test('the seed\'s heap gives ten lines of its pmap, to the page', () => {
  const pmap = readFileSync('src/engine/memory/fixtures/seed-vmlet.pmap.txt', 'utf8');
  const lines = [...pmap.matchAll(/^\s*7f7e(?!b7)\w+\s+(\S+)\s+\S+\s+\S+\s+\S+\s+(\d+)/gm)].map(([, perms, size]) => `${size} ${perms}`);
  expect(lines).toHaveLength(10);
  expect(new SummaryMachine(seed).apply(seed)).toEqual(lines);
});

test('summaries are reserved from level 0 down, then mapped in the same order', () => {
  const events = [...new SummaryMachine(seed).run(seed)];
  expect(events.map(({ kind }) => kind)).toEqual([...Array.from({ length: 5 }, () => 'reserve'), 'grow', ...Array.from({ length: 5 }, () => 'map')]);
  expect(events.slice(0, 5).map((event) => event.kind === 'reserve' && event.sizeKiB)).toEqual([128, 1024, 8192, 65536, 524288]);
});

test('an address inside a chunk or beyond 2^47 is refused', () => {
  const machine = new SummaryMachine(seed);
  expect(() => machine.apply({ ...seed, addr: 0xc000001000 })).toThrow(expect.objectContaining({ code: 'align' }));
  expect(() => machine.apply({ ...seed, addr: 2 ** 47 })).toThrow(expect.objectContaining({ code: 'bounds' }));
});

test('wherever the heap lies, front, live page and rest make up each reservation', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 25 - 17 }), fc.constantFrom('none' as const, 'bits' as const, 'words' as const), (chunk, index) => {
    const op: StartGo = { do: 'start', addr: chunk * chunkBytes, size: 16 * chunkBytes, index };
    const machine = new SummaryMachine(op);
    machine.apply(op);
    for (const { sizeKiB, frontKiB, liveKiB, restKiB } of machine.picture().reservations) expect(frontKiB + liveKiB + restKiB).toBe(sizeKiB);
  }));
});
