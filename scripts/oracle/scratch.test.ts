import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pin, pinnedGo, standIn } from './scratch.ts';

let book = '';
beforeEach(() => { book = mkdtempSync(join(tmpdir(), 'book-')); });
afterEach(() => { rmSync(book, { recursive: true }); });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(book, 'oracle', path)), { recursive: true });
  writeFileSync(join(book, 'oracle', path), text);
}
const read = (path: string): string => readFileSync(join(book, 'oracle', path), 'utf8');
const rowsOf = (path: string): unknown => (JSON.parse(read(path)) as { rows: unknown }).rows;

test('another patch takes its minor version’s place, another minor version its own', () => {
  write('go-version', 'go1.27.4\n');
  write('go-versions', 'go1.9.7\ngo1.26.11\ngo1.27.4\n');
  pin(book, 'go1.26.12');
  expect([pinnedGo(book), read('go-versions')]).toEqual(['go1.26.12', 'go1.9.7\ngo1.26.12\ngo1.27.4\n']);
  pin(book, 'go1.28rc1');
  expect([pinnedGo(book), read('go-versions')]).toEqual(['go1.28rc1', 'go1.9.7\ngo1.26.12\ngo1.27.4\ngo1.28rc1\n']);
});

test('what the new Go did is read where the text speaks of the newest one', () => {
  write('recordings/processes/go-hello-1.28.json', '{"rows":["new"]}');
  write('recordings/processes/go-hello-1.27.json', '{"rows":["old"]}');
  write('recordings/versions/depth.json', JSON.stringify({ go: null, rows: [{ go: 'go1.26.11', n: 1 }, { go: 'go1.27.4', n: 2 }, { go: 'go1.28.0', n: 3 }] }));
  write('recordings/counters.json', JSON.stringify({ go: 'go1.28.0', rows: [{ go: 'go1.28.0', n: 4 }] }));
  standIn(book, 'go1.28.0', 'go1.27.4');
  expect(rowsOf('recordings/processes/go-hello-1.27.json')).toEqual(['new']);
  expect(rowsOf('recordings/versions/depth.json')).toEqual([{ go: 'go1.26.11', n: 1 }, { go: 'go1.28.0', n: 3 }, { go: 'go1.27.4', n: 3 }]);
  expect(rowsOf('recordings/counters.json')).toEqual([{ go: 'go1.28.0', n: 4 }]);
});

test('another patch of the newest release is already in its place', () => {
  write('recordings/versions/depth.json', '{"rows":[{"go":"go1.27.5","n":1}]}');
  standIn(book, 'go1.27.5', 'go1.27.4');
  expect(rowsOf('recordings/versions/depth.json')).toEqual([{ go: 'go1.27.5', n: 1 }]);
});

test('what was not recorded this time stays as the book has it', () => {
  const rows = [{ go: 'go1.26.11', name: 'hello' }, { go: 'go1.27.4', name: 'hello' }, { go: 'go1.27.4', name: 'cgo' }];
  for (const file of ['account', 'threads']) write(`recordings/${file}.json`, JSON.stringify({ rows }));
  utimesSync(join(book, 'oracle/recordings/account.json'), 1, 1);
  standIn(book, 'go1.26.11', 'go1.27.4', 2_000);
  expect(rowsOf('recordings/account.json')).toEqual(rows);
  expect(rowsOf('recordings/threads.json')).toEqual([rows[0], { go: 'go1.27.4', name: 'hello' }]);
});
