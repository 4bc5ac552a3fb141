import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answersOf, mallocRows, traceNamed, type Library } from './malloc.ts';

const libraries: readonly Library[] = ['glibc', 'glibc-notcache', 'tcmalloc', 'jemalloc', 'mimalloc'];
/** `limits` holds the sizes at which glibc changes its mind; the others have no such limits. */
const traces = readdirSync('oracle/malloc/traces').flatMap((name) => /^(.*)\.rep\.gz$/.exec(name)?.[1] ?? []).filter((name) => name !== 'limits');

describe.each(libraries)('the recording of %s', (library) => {
  const rows = mallocRows(library);
  const names = rows.map(({ trace }) => trace);

  test('has every trace, and at least forty random ones', () => {
    expect(names).toEqual(expect.arrayContaining(traces));
    expect(new Set(names.filter((name) => name.startsWith('random '))).size).toBeGreaterThanOrEqual(40);
  });

  test('has an answer for each call that is not a free', () => {
    const counted = rows.map((row) => [row.trace, answersOf(row).length]);
    expect(counted).toEqual(rows.map(({ trace }) => [trace, traceNamed(trace).filter((op) => op.do !== 'free').length]));
  });
});
