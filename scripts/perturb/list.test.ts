import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Book } from '../oracle/differences.ts';
import { Unreadable } from '../oracle/read-book.ts';
import { patched } from '../patch.ts';
import { perturbations } from './list.ts';
import { lines, missed, noticed, oneSided } from './noticed.ts';

const copy = mkdtempSync(join(tmpdir(), 'perturbed-'));
afterAll(() => rmSync(copy, { recursive: true }));

test('there are thirty values, each with a name of its own, and each can be changed', () => {
  expect(perturbations).toHaveLength(30);
  expect(new Set(perturbations.map(({ name }) => name)).size).toBe(30);
  expect(perturbations.filter((each) => { const text = readFileSync(each.file, 'utf8'); return patched(text, each) === text; })).toEqual([]);
});

/** A book of two sentences, one a language, that say what a file of it holds. */
function twoSentences(file: string, value: RegExp): (book: string) => Book {
  return (book) => {
    const text = value.exec(readFileSync(join(book, file), 'utf8'))?.[1] ?? '';
    if (text === '0') throw new Unreadable('at line 1\nRangeError: nothing\n  at line 2');
    return { facts: {}, ledger: ['en', 'zh'].map((locale) => ({ path: `content/${locale}/a.mdx`, line: 7, column: 1, text, origin: { kind: 'fact', fact: 'limit' } })) };
  };
}

test('a changed value names its sentences in both languages, or what makes the book unreadable, and then stands as before', () => {
  const { file, ...largest } = perturbations.find(({ name }) => name === 'the largest stack')!;
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  copyFileSync(file, join(copy, file));
  const read = twoSentences(file, /maxStackSize = ([\d_]+);/);
  const found = noticed(copy, { file, ...largest }, read(copy), read);
  expect('changed' in found && lines(found.changed)).toEqual(['  fact limit', '    content/en/a.mdx:7:1  1_000_000_000 -> 250_000_000', '    content/zh/a.mdx:7:1  1_000_000_000 -> 250_000_000']);
  expect('changed' in found && oneSided(found.changed)).toEqual([]);
  expect(noticed(copy, { file, ...largest, to: 'maxStackSize = 0;' }, read(copy), read)).toEqual({ unreadable: 'RangeError: nothing' });
  expect(readFileSync(join(copy, file), 'utf8')).toBe(readFileSync(file, 'utf8'));
});

test('what changes in one language only is told', () => {
  const place = (at: string) => ({ at, from: '1', to: '2' });
  expect(oneSided([{ what: 'fact a', from: '', to: '', places: [place('content/en/a.mdx:1:1'), place('content/zh/a.mdx:1:1')] }, { what: 'fact b', from: '', to: '', places: [place('zh/changes/#go-1-22 x:1:1')] }])).toEqual(['fact b']);
});

test('a value that changes no sentence is missed, though a unit test may fail for it or the book cannot be read', () => {
  const both = ['content/en/a.mdx:1:1', 'content/zh/a.mdx:1:1'].map((at) => ({ at, from: '1', to: '2' }));
  expect(missed({ changed: [{ what: 'fact a', from: '1', to: '2', places: both }] })).toBeUndefined();
  expect(missed({ changed: [{ what: 'fact a', from: '1', to: '2', places: both.slice(1) }] })).toBe('ONLY IN ONE LANGUAGE: fact a');
  expect(missed({ changed: [] })).toBe('NO SENTENCE');
  expect(missed({ unreadable: 'RangeError: nothing' })).toContain('RangeError: nothing');
});
