import { describe, expect, test } from 'vitest';
import { Pdf } from '../../e2e/pdf.ts';
import { packed } from './packed-pdf.ts';
import { written } from './written-pdf.ts';

const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [i + 10, `<</Type /StructElem\n/K ${i}>>`]));
const bodies = { 1: '<</Type /Catalog\n/Lang (en) >>', 2: '[3 0 R (a stream\nendobj)]', 4: '<</Length 16>> stream\n\x00endobj\nstream\n\xff\nendstream', ...many };

describe('a packed PDF', () => {
  const pdf = new Pdf(packed(written(bodies)));

  test('has every object under its number, as it was, and nothing under a free one', () => {
    for (const [number, body] of Object.entries(bodies)) if (number !== '4') expect(pdf.objects.get(Number(number))?.said.trim()).toBe(body);
    expect([0, 3, 5].filter((number) => pdf.objects.has(number))).toEqual([]);
  });

  test('has streams to the byte, and the catalogue where the trailer says', () => {
    expect(pdf.objects.get(4)!.content!.toString('latin1')).toBe('\x00endobj\nstream\n\xff');
    expect(pdf.trailer).toContain('/Root 1 0 R');
  });

  test('is a fraction of the file', () => {
    expect(packed(written(bodies)).length).toBeLessThan(written(bodies).length / 5);
  });
});

test('a file that no Chromium of ours would write is refused', () => {
  expect(() => packed(Buffer.from('%PDF-1.7\n'))).toThrow('one table');
  expect(() => packed(written({ 1: '<</A 1>> ' }).subarray(3))).toThrow('otherwise');
});
