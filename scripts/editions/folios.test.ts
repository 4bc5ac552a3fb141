import { expect, test } from 'vitest';
import { foliosIn } from './folios.ts';
import { written } from './written-pdf.ts';

/** A PDF of three pages under two nodes, its pages in another order than their numbers. */
const bodies: Readonly<Record<number, string>> = {
  1: '<</Type /Catalog\n/Pages 2 0 R\n/Dests 9 0 R\n/Lang (en)>>', 2: '<</Type /Pages\n/Count 3\n/Kids [8 0 R 3 0 R]>>', 8: '<</Type /Pages\n/Parent 2 0 R\n/Kids [7 0 R 4 0 R]>>', 3: '<</Type /Pages\n/Parent 2 0 R\n/Kids [5 0 R]>>',
  4: '<</Type /Page>>', 5: '<</Type /Page>>', 7: '<</Type /Page>>', 9: '<</s-one [7 0 R /XYZ 0 839.66998 0]\n/s-one.part [4 0 R /XYZ 459 238 0]\n/s-two [5 0 R /XYZ 0 839 0]>>',
};

test('each address has the number of its page, in the order of the pages', () => {
  expect(Object.fromEntries(foliosIn(written(bodies)))).toEqual({ 's-one': 1, 's-one.part': 2, 's-two': 3 });
});

test('an address on a page that is not among the pages is refused', () => {
  expect(() => foliosIn(written({ ...bodies, 9: '<</s-one [6 0 R /XYZ 0 0 0]>>' }))).toThrow('no page 6');
});
