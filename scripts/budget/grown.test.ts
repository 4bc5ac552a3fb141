import { expect, test } from 'vitest';
import { accept, grown } from './grown.ts';
import type { Line } from './limits.ts';

const line = (name: string, spent: number, unit: Line['unit'] = 'kB'): Line => ({ name, spent, limit: 100, unit });
const measured = (spent: number) => new Map([['en/', [line('total br', spent), line('requests', 2 * spent, '')]]]);

test('a page may grow by a twentieth of what was accepted, and no more', () => {
  const accepted = accept(measured(40));
  expect(grown(accepted, measured(42))).toEqual([]);
  expect(grown(accepted, measured(42.1))).toEqual([{ page: 'en/', name: 'total br', was: 40, is: 42.1 }]);
});

test('a page that was never accepted has not grown', () => {
  expect(grown({}, measured(40))).toEqual([]);
});
