import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../../src/engine/memory/classify.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import { digest } from './digest.ts';
import en from './en.ts';
import * as told from './headline.ts';
import zh from './zh.ts';
import type { MapReading } from './reading.ts';

/** Spaces that do not break read as spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const { releasesOf } = told;
const said = (kib: number): string => plain(told.said(kib));
const saidBetween = (bounds: { least: number; most: number }): string => plain(told.saidBetween(bounds));
const headline = (reading: MapReading, words: typeof en): told.Headline => {
  const { title, paragraphs } = told.headline(reading, words);
  return { title, paragraphs: paragraphs.map(plain) };
};

function readingOf(text: string): MapReading {
  const process = readProcess(text);
  if (process.kind === 'rollup') throw new Error('a rollup has no mappings');
  return digest(process, explain(process.mappings));
}
const recorded = (name: string, as: 'smaps' | 'maps' = 'smaps'): string => {
  const { rows: [row] } = JSON.parse(readFileSync(`oracle/recordings/processes/${name}.json`, 'utf8')) as { rows: [{ smaps: string; maps: string }] };
  return row[as];
};
const seed = readingOf(readFileSync('src/engine/memory/fixtures/seed-vmlet.pmap.txt', 'utf8'));

test('the seed’s process is told as what it is: a Go program of 1.17 or 1.18', () => {
  const { title, paragraphs } = headline(seed, en);
  expect(title).toBe('A Go program, 1.17 or 1.18');
  expect(paragraphs[0]).toBe('VIRT is 768 MiB in 20 mappings. 585 MiB of it are reserved for page summaries and their index and never become memory. Go’s heap is at c000000000.');
  expect(headline(seed, zh).title).toBe('Go 程序，1.17 或 1.18');
});

test('a Go 1.27 program has 1,097 MiB of summaries and index', () => {
  const { title, paragraphs } = headline(readingOf(recorded('go-hello-1.27')), en);
  expect(title).toBe('A Go program, 1.26 or later');
  expect(paragraphs[0]).toMatch(/^VIRT is 1,198 MiB in 28 mappings\. 1,097 MiB of it are reserved/);
  expect(paragraphs[1]).toMatch(/^RSS is 1\.6 MiB: the program /);
});

test('a program holding 80 MiB has the Sys that it printed: 91,924,760 bytes', () => {
  expect(headline(readingOf(recorded('go-hold-80')), en).paragraphs[2]).toMatch(/^Go’s own counters see 88 MiB of VIRT: that is what MemStats\.Sys should say\./);
  expect(91_924_760 / 2 ** 20).toBeCloseTo(88, 0);
});

test('what only weaker evidence says is called probable', () => {
  expect(headline(readingOf(recorded('go-norandom')), en).title).toBe('A Go program, 1.25 or later, probably 1.25');
});

test('a C program is not taken for Go, and Go’s counters are not spoken of', () => {
  const { title, paragraphs } = headline(readingOf(recorded('c-thread')), en);
  expect(title).toBe('No Go runtime in this map');
  expect(paragraphs.join(' ')).not.toContain('Go');
});

test('maps has no RSS, and the reader is told what to paste', () => {
  expect(headline(readingOf(recorded('go-hello-1.27', 'maps')), en).paragraphs).toContain(en.noRss);
});

test.each([[[15, 27], {}], [[21, 27], { from: 21 }], [[15, 18], { to: 18 }], [[19, 19], { from: 19, to: 19 }], [[27, 27], { from: 27, to: 27 }]] as const)('versions %j are told as %j', (versions, releases) => {
  expect(releasesOf(versions)).toEqual(releases);
});

test('amounts read as one says them', () => {
  expect([said(4), said(1_624), said(1_226_500), said(0)]).toEqual(['4 KiB', '1.6 MiB', '1,198 MiB', '0 KiB']);
  expect(saidBetween({ least: 0, most: 40 })).toBe('0–40 KiB');
  expect(saidBetween({ least: 900, most: 2_048 })).toBe('900 KiB–2 MiB');
  expect(saidBetween({ least: 0, most: 2_048 })).toBe('0–2 MiB');
  expect(saidBetween({ least: 7, most: 7 })).toBe('7 KiB');
});
