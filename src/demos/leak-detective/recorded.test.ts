import { expect, test } from 'vitest';
import random from '../../../oracle/recordings/leaks-random.json' with { type: 'json' };
import { LeakSearch } from '../../engine/go/goroutine-leaks/leak-search.ts';
import { programOf } from './recorded.ts';

test('of every recorded graph the same goroutines leaked as the real profile named', () => {
  expect(random.rows.length).toBeGreaterThan(100);
  for (const row of random.rows) {
    const { ops, leaked } = programOf(row);
    const machine = new LeakSearch();
    expect(ops.map((op) => machine.apply(op)).at(-1)!.leaked, row.name).toEqual(leaked);
  }
  expect(random.rows.filter(({ leaked }) => leaked.length > 0).length).toBeGreaterThan(20);
});
