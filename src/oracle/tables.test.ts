import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordedProcess } from './processes.ts';
import { tableNamed, tableNames } from './tables.ts';

describe('every recorded table', () => {
  test.each(tableNames)('%s has a cell for every column and words in both languages', (id) => {
    const { caption, columns, rows } = tableNamed(id);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const said of [caption, ...rows.flat().filter((cell) => typeof cell === 'object')]) expect(said.en === '').toBe(said.zh === '');
  });

  test('an unknown one is refused with the names of the known', () => {
    expect(() => tableNamed('limits')).toThrow('ulimit');
  });
});

test('the account adds up to what the kernel calls VmSize, for C and for Go', () => {
  const [, c, go] = tableNamed('account').rows.at(-1)!;
  expect([c, go]).toEqual([recordedProcess('c').status['VmSize'], recordedProcess('1.27').status['VmSize']]);
});

test('raising ulimit -v lets a program run, then not, then again', () => {
  const runs = tableNamed('ulimit').rows.map(([, says]) => (says as { en?: string }).en === 'runs');
  expect(runs.filter((run, i) => run !== runs[i - 1])).toEqual([false, true, false, true]);
});

test('the heap came in 64 MiB before Go 1.17, at a fixed place before 1.26, with a large index since 1.21', () => {
  const rows = tableNamed('versions').rows.map(([go, , base, step, , index]) => [go, typeof base, step, index]);
  expect(rows[0]).toEqual(['1.15–1.16', 'string', 64, '–']);
  expect(rows[1]).toEqual(['1.17–1.18', 'string', 4, '–']);
  expect(rows.find(([go]) => go === '1.21')).toEqual(['1.21', 'string', 4, 512]);
  expect(rows.at(-1)).toEqual(['1.26–1.27', 'object', 4, 512]);
});

test('a second reading of a file raises the working set and nothing of the process', () => {
  const [, , , once, twice] = tableNamed('working-set').rows;
  expect(twice![2]).toBe(once![2]);
  expect(Number(twice!.at(-1)) - Number(once!.at(-1))).toBeCloseTo(64, 0);
});

test('a malloc takes more instructions than a moved pointer, and a system call more time than a malloc', () => {
  const rows = tableNamed('price').rows;
  const row = (words: string) => rows.find(([name]) => (name as { en: string }).en.startsWith(words))!;
  expect(Number(row('malloc and free, glibc')[1])).toBeGreaterThan(Number(row('a pointer')[1]));
  expect(Number(row('the smallest')[2])).toBeGreaterThan(Number(row('malloc and free, glibc')[2]));
});

test('the compiler’s trace has the mallocs its file has', () => {
  const cc1 = tableNamed('traffic').rows.find(([name]) => (name as { en: string }).en.startsWith('cc1'))!;
  expect(cc1.slice(1, 3)).toEqual([3990, 418]);
});

test('memory given back with MADV_FREE is missing from the working set while it is in use', () => {
  const [, , free, , , dontneed] = tableNamed('reused').rows;
  expect([free![0], dontneed![0]]).toEqual(['MADV_FREE', 'MADV_DONTNEED']);
  expect(Number(free![4])).toBeCloseTo(Number(dontneed![4]), 0);
  expect(Number(dontneed!.at(-1)) - Number(free!.at(-1))).toBeCloseTo(64, 0);
});

test('the slots of 24 bytes became fewer in Go 1.22 and in Go 1.26, and 1,024 bytes with pointers larger', () => {
  expect(tableNamed('slots').rows).toEqual([
    ['1.15', 32, 256, 256, 16, 1024],
    ['1.16–1.21', 24, 341, 341, 16, 1024],
    ['1.22–1.25', 24, 341, 336, 15, 1152],
    ['1.26–1.27', 24, 336, 330, 15, 1152],
  ]);
});

test('objects with finalizers outlive a collection, and the records of them outlive the objects', () => {
  const [, , , made, dropped, again] = tableNamed('specials').rows;
  expect(dropped![2]).toBeGreaterThanOrEqual(1_000_000);
  expect(again![2]).toBeLessThan(100);
  expect(again![4]).toBeGreaterThanOrEqual(Number(made![4]));
});

test('the same growth once more takes no further addresses', () => {
  const sys = tableNamed('growing').rows.map((row) => row[2]);
  expect(sys.slice(4)).toEqual(new Array(4).fill(sys[3]));
});

test('since Go 1.19 a g that is used again begins with a stack for the average depth, and a new one never does', () => {
  expect(tableNamed('starting').rows).toEqual([
    ['1.15–1.18', 2048, 2048, 2048],
    ['1.19–1.27', 2048, 8192, 2048],
  ]);
});

test('a goroutine’s stack stayed at 2,048 bytes while its descriptor grew', () => {
  const rows = tableNamed('goroutine-each').rows;
  expect(rows.map(([go, stack]) => [go, stack])).toEqual(['1.15–1.16', '1.17', '1.18–1.21', '1.22–1.25', '1.26–1.27'].map((go) => [go, 2048]));
  expect(rows.at(-1)!.slice(2)).toEqual([653, 490]);
});

test('a shuffled slice is where marking page by page wins, a list where each visit finds one object', () => {
  const [shuffled, , , list] = tableNamed('green-tea').rows;
  expect(Number(shuffled![2])).toBeLessThan(Number(shuffled![1]) / 2);
  expect(Number(shuffled![4])).toBeGreaterThan(100);
  expect(Number(list![2])).toBeGreaterThan(Number(list![1]));
  expect(Number(list![4])).toBeCloseTo(1, 2);
});

test('every table says which files of the checkout its numbers are from', () => {
  for (const id of tableNames) {
    expect(tableNamed(id).from.files, id).not.toEqual([]);
    for (const file of tableNamed(id).from.files) expect(existsSync(file), file).toBe(true);
  }
});
