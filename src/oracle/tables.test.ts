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
