import { expect, test } from 'vitest';
import { demos, loadDemo } from '../../src/demos/index.ts';
import { namesIn, nasty } from '../../src/demos/spoilt-links.ts';
import { corpus } from './corpus.ts';
import { kindOf, kinds } from './kinds.ts';
import { tryText } from './trial.ts';

test.each(corpus())('$kind: $name', ({ kind, text }) => {
  expect(tryText(kindOf(kind), text).faults).toEqual([]);
});

test.each(kinds)('$name as the book has them', (kind) => {
  for (const text of kind.samples().slice(0, 2)) expect(tryText(kind, text).faults).toEqual([]);
});

const ids = Object.keys(demos);

// What any link does to any figure is tried in `src/demos/link.test.ts`; here the player is drawn around it, each value with another figure.
test.each(nasty.map((value, at) => [value, ids[at]!]))('links: %j in every place of one to %s', async (value, id) => {
  const query = new URLSearchParams(namesIn(await loadDemo(id)).map((name) => [name, value]));
  query.set('demo', id);
  expect(tryText(kindOf('links'), query.toString()).faults).toEqual([]);
});
