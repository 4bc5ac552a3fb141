import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../../src/engine/memory/classify.ts';
import { bandOf, bands } from '../../../src/engine/memory/map-tour.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import type { Attributed } from '../../../src/engine/memory/what.ts';
import { choose, digest, mostDrawn, rowOf } from './digest.ts';

/** Anonymous mappings of some pages each, with gaps between, as smaps prints them. */
const smaps = (pages: readonly { size: number; rss: number }[]): string => pages.map(({ size, rss }, i) => {
  const start = 0x7f0000000000 + i * 0x100000;
  return `${start.toString(16)}-${(start + size * 4096).toString(16)} rw-p 00000000 00:00 0\nRss: ${4 * Math.min(size, rss)} kB\n`;
}).join('');

function attributedOf(text: string): readonly Attributed[] {
  const process = readProcess(text);
  return process.kind === 'rollup' ? [] : explain(process.mappings).attributed;
}

test('few mappings are all drawn, addresses rising in each band', () => {
  const { rows, crowds } = choose(attributedOf(smaps(Array.from({ length: mostDrawn }, () => ({ size: 3, rss: 1 })))));
  expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: mostDrawn }, (_, i) => i));
  expect(crowds).toEqual([]);
});

test('of many those with most memory are drawn, and nothing is lost: drawn and crowd add up', () => {
  fc.assert(fc.property(fc.array(fc.record({ size: fc.integer({ min: 1, max: 200 }), rss: fc.nat(200) }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (pages, most) => {
    const attributed = attributedOf(smaps(pages));
    const { rows, crowds } = choose(attributed, most, most);
    expect(rows).toHaveLength(Math.min(most, pages.length));
    expect(rows.length + crowds.reduce((sum, { mappings }) => sum + mappings, 0)).toBe(pages.length);
    const virt = rows.reduce((sum, { mapping }) => sum + mapping.sizeKiB, 0) + crowds.reduce((sum, { sizeKiB }) => sum + sizeKiB, 0);
    expect(virt).toBe(attributed.reduce((sum, { mapping }) => sum + mapping.sizeKiB, 0));
    const drawn = new Set(rows.map(({ index }) => index));
    const least = Math.min(...rows.map(({ mapping }) => mapping.residentKiB!));
    for (const [index, { mapping }] of attributed.entries()) if (!drawn.has(index)) expect(mapping.rssKiB!).toBeLessThanOrEqual(least);
    const order = rows.map(({ mapping, index }) => [bands.indexOf(bandOf(mapping)), index] as const);
    expect(order).toEqual(order.toSorted(([a, i], [b, j]) => a - b || i - j));
  }), { numRuns: 50 });
});

test('a name of megabytes is cut before it reaches the page, in the proof too', () => {
  const [one] = attributedOf(`7f0000000000-7f0000001000 rw-p 00000000 00:00 9 /${'x'.repeat(100_000)}\n`);
  expect(JSON.stringify(rowOf(one!, 0)).length).toBeLessThan(1_500);
});

test('what leaves the Worker stays small, however many mappings there are', () => {
  const process = readProcess(smaps(Array.from({ length: 20_000 }, (_, i) => ({ size: 1 + (i % 7), rss: 1 }))));
  if (process.kind === 'rollup') throw new Error('a rollup has no mappings');
  const reading = digest(process, explain(process.mappings));
  expect(reading.mappings).toBe(20_000);
  expect(JSON.stringify(reading).length).toBeLessThan(60_000);
});

test('counters are summed where the text has them', () => {
  const process = readProcess('00400000-00402000 rw-p 00000000 00:00 0\nRss: 8 kB\nSwap: 4 kB\n00500000-00501000 rw-p 00000000 00:00 0\nRss: 4 kB\n');
  if (process.kind === 'rollup') throw new Error('a rollup has no mappings');
  expect(digest(process, explain(process.mappings)).counters).toEqual({ rssKiB: 12, swapKiB: 4 });
});
