import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Bump } from './bump.ts';

interface Row { readonly n: number; readonly answer: number | null; readonly break: number; readonly heapKiB: number }
const recording = JSON.parse(readFileSync('oracle/recordings/sbrk.json', 'utf8')) as { rows: Row[] };

test('every answer, break and mapping equals what glibc and Linux gave', () => {
  const [first, ...rows] = recording.rows;
  const bump = new Bump({ base: 0, pageSize: 4096, limit: 2 ** 46 }, 0, { brk: first!.break, mappedEnd: first!.heapKiB * 1024 });
  for (const row of rows) {
    expect(bump.apply({ do: 'sbrk', size: row.n }), `sbrk(${row.n})`).toBe(row.answer);
    expect(bump.picture()).toEqual({ base: 0, brk: row.break, mappedEnd: row.heapKiB * 1024 });
  }
  expect(rows.length).toBeGreaterThan(20);
});
