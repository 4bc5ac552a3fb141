import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../../src/engine/memory/classify.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import { digest } from './digest.ts';
import en from './en.ts';
import type { MapReading } from './reading.ts';
import { rulerScene } from './ruler-scene.ts';
import { totalsText } from './totals-text.ts';
import zh from './zh.ts';

function readingOf(text: string): MapReading {
  const process = readProcess(text);
  if (process.kind === 'rollup') throw new Error('a rollup has no mappings');
  return digest(process, explain(process.mappings));
}
const seed = readingOf(readFileSync('src/engine/memory/fixtures/seed-vmlet.pmap.txt', 'utf8'));
const many = readingOf(`${Array.from({ length: 3_000 }, (_, i) => `${(0x7f0000000000 + i * 0x10000).toString(16)}-${(0x7f0000000000 + i * 0x10000 + 0x4000).toString(16)} rw-p 00000000 00:00 0`).join('\n')}\n7ffd97acb000-7ffd97aec000 rw-p 00000000 00:00 0 [stack]\n`);

test('the seed’s map is drawn in four bands, the chosen mapping marked', () => {
  const { marks, frame } = rulerScene(seed, seed.rows[6], en);
  expect(frame.bands).toHaveLength(4);
  expect(frame.columns).toEqual([{ name: 'vmlet', totals: ['VIRT 768\u00a0MiB', 'RSS 14\u00a0MiB'] }]);
  expect(marks).toHaveLength(20);
  expect(marks.filter(({ now }) => now).map(({ address }) => address)).toEqual(['7f7eb7d55000']);
});

test('every mark stands in a band that is drawn, whatever part of many mappings is drawn so far', () => {
  for (const drawn of [0, 1, 50, many.rows.length]) {
    const { marks, frame } = rulerScene({ ...many, rows: many.rows.slice(0, drawn) }, undefined, en);
    for (const { band } of marks) expect(frame.bands[band]).toBeDefined();
    expect(marks.find(({ key }) => key === 'crowd mapped')?.name).toBe('2,941 smaller mappings');
  }
});

test('the copied table has a line for every kind, its columns one below the other', () => {
  const lines = totalsText(seed, en).trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}arena index +32,768 +0–4,884 +no +certain$/));
  expect(lines.at(-1)).toMatch(/^all +785,944 +14,416$/);
  const ends = lines.slice(1).map((line) => /^.*? {2,}([\d,]+)/.exec(line.slice(2))?.[0].length);
  expect(new Set(ends).size).toBe(1);
});

test('the copied table is in Chinese on the Chinese page', () => {
  expect(totalsText(seed, zh)).toMatch(/^ {2}arena 索引 +32,768 +0–4,884 +没有 +确定$/m);
});
