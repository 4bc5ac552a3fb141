import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from './go-heap.ts';

test('every wrong Go heap has one text of the engine to replace', () => {
  const found = rules.map(([what, file, from]) => [what, readFileSync(`src/engine/go/${file}`, 'utf8').split(from).length - 1]);
  expect(found.filter(([, times]) => times !== 1)).toEqual([]);
  expect(new Set(rules.map(([what]) => what)).size).toBe(rules.length);
});
