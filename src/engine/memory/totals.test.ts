import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from './classify.ts';
import { countedByGo } from './go-counters.ts';
import type { Mapping } from './mapping.ts';
import { readProcess } from './read.ts';
import { amountOf, totalsOf } from './totals.ts';
import type { Attributed, What } from './what.ts';

function explained(text: string): readonly Attributed[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') throw new Error('a rollup has no mappings');
  return explain(read.mappings).attributed;
}

interface Recorded { readonly status: Readonly<Record<string, number>>; readonly printed: Readonly<Record<string, string>>; readonly smaps: string }

const recorded = globSync('oracle/recordings/processes/*.json').map((file): readonly [string, Recorded] => {
  const { rows: [row] } = JSON.parse(readFileSync(file, 'utf8')) as { rows: [Recorded] };
  return [file, row];
});
const counting = recorded.filter(([, { printed }]) => printed['Sys'] !== undefined);
const seed = explained(readFileSync('src/engine/memory/fixtures/seed-vmlet.pmap.txt', 'utf8'));
const total = (what: What) => totalsOf(seed).find((each) => each.what === what);

describe('the seed’s Go process', () => {
  test('has one arena index of 32,768 KiB, certain, and in no counter of Go', () => {
    expect(total('arena index')).toMatchObject({ virtKiB: 32_768, byCertainty: { certain: 32_768, likely: 0, guess: 0 }, byCounting: { counted: 0, uncounted: 32_768, unclear: 0 } });
  });

  test('has all 512 MiB of level 4, of which Go counts the one page that is mapped', () => {
    expect(total('summary L4')).toMatchObject({ virtKiB: 512 * 1024, rssKiB: { least: 4, most: 4 }, byCounting: { counted: 4 } });
  });

  test('has 384 KiB of which 40 are resident: in level 0, in the first chunk, or in both', () => {
    expect(total('summary L0')?.rssKiB).toEqual({ least: 0, most: 40 });
  });

  test('adds up to what pmap says, but for the 4 KiB of [vsyscall] that pmap counts and the kernel does not', () => {
    expect(amountOf(seed, () => true)).toEqual({ virtKiB: 785_948 - 4, rssKiB: { least: 14_416, most: 14_416 } });
    expect(total('vsyscall')).toBeUndefined();
  });
});

describe('recorded processes', () => {
  test.each(recorded)('%s: the mappings add up to the VmSize and VmRSS of its status', (_, { smaps, status }) => {
    const { virtKiB, rssKiB } = amountOf(explained(smaps), () => true);
    expect(virtKiB).toBe(status['VmSize']);
    expect(rssKiB).toEqual({ least: status['VmRSS'], most: status['VmRSS'] });
  });

  test('some of them printed their MemStats', () => { expect(counting.length).toBeGreaterThanOrEqual(4); });

  test.each(counting)('%s: what Go counts is the Sys that the program printed, but for the ends of pages', (_, { smaps, printed }) => {
    const { virtKiB } = amountOf(explained(smaps), (part, mapping) => countedByGo(part, mapping) === 'counted');
    const beyond = virtKiB - Number(printed['Sys']) / 1024;
    expect(beyond).toBeGreaterThanOrEqual(0);
    expect(beyond).toBeLessThan(16);
  });
});

test('maps without RSS have no resident amount', () => {
  expect(amountOf(explained('00400000-00401000 r-xp 00000000 00:00 1 /a\n'), () => true)).toEqual({ virtKiB: 4, rssKiB: undefined });
});

/** A mapping cut into parts of whole pages, and the pages of it that are resident. */
const cut = fc.record({ pages: fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }), odd: fc.boolean() }).map(({ pages, odd }): { one: Attributed; truth: number } => {
  const resident = (list: readonly boolean[]) => 4 * list.filter(Boolean).length;
  const sizeKiB = 4 * pages.flat().length;
  const mapping = { start: 0, end: sizeKiB * 1024, perms: 'rw-p', name: '', sizeKiB, rssKiB: resident(pages.flat()) } as Mapping;
  const parts = pages.map((list, i) => ({ what: i % 2 === Number(odd) ? 'arena' : 'stack', sizeKiB: 4 * list.length, certainty: 'guess', proof: { rule: 'no-rule' } }) as const);
  return { one: { mapping, parts }, truth: pages.reduce((sum, list, i) => sum + (i % 2 === Number(odd) ? resident(list) : 0), 0) };
});

test('wherever the resident pages truly are, the bounds hold the truth, and both parts together all of it', () => {
  fc.assert(fc.property(fc.array(cut, { maxLength: 6 }), (cuts) => {
    const attributed = cuts.map(({ one }) => one);
    const truth = cuts.reduce((sum, each) => sum + each.truth, 0);
    const { rssKiB } = amountOf(attributed, ({ what }) => what === 'arena');
    expect(rssKiB!.least).toBeLessThanOrEqual(truth);
    expect(rssKiB!.most).toBeGreaterThanOrEqual(truth);
    const all = attributed.reduce((sum, { mapping }) => sum + mapping.rssKiB!, 0);
    expect(rssKiB!.least + amountOf(attributed, ({ what }) => what === 'stack').rssKiB!.most).toBe(all);
  }));
});

test('the kinds add up to the whole', () => {
  fc.assert(fc.property(fc.array(cut, { maxLength: 6 }), (cuts) => {
    const attributed = cuts.map(({ one }) => one);
    const sum = totalsOf(attributed).reduce((size, { virtKiB }) => size + virtKiB, 0);
    expect(sum).toBe(amountOf(attributed, () => true).virtKiB);
  }));
});
