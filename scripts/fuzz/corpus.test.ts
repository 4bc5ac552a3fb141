import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { kindOf, kinds } from './kinds.ts';
import { tryText } from './trial.ts';

test.each(corpus())('$kind: $name', ({ kind, text }) => {
  expect(tryText(kindOf(kind), text).faults).toEqual([]);
});

test.each(kinds)('$name as the book has them', (kind) => {
  for (const text of kind.samples().slice(0, 2)) expect(tryText(kind, text).faults).toEqual([]);
});
