import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptAround, joined, linesIn, spotIn } from './excerpt.ts';

const most = 4_000;
const texts = fc.array(fc.oneof(fc.string({ maxLength: 80 }), fc.nat(3_000).map((length) => 'x'.repeat(length))), { maxLength: 60 }).map((lines) => lines.map((line) => line.replaceAll('\n', ' ')).join('\n'));

test('a text that fits is shown whole', () => {
  expect(excerptAround('a\nb', 2)).toEqual({ before: '', shown: 'a\nb', after: '', firstLine: 1 });
});

test('of a long text the lines around the one asked for are shown, whole', () => {
  const text = Array.from({ length: 1_000 }, (_, i) => `line ${i + 1}`).join('\n');
  const { before, shown, after, firstLine } = excerptAround(text, 500, most);
  expect(before + shown + after).toBe(text);
  expect(shown.split('\n')[0]).toBe(`line ${firstLine}`);
  expect(shown.slice(0, most)).toContain('\nline 500\n');
  expect(after.startsWith('line ')).toBe(true);
});

test('whatever the text and the line, nothing is lost, the part is short, and the line begins in it', () => {
  fc.assert(fc.property(texts, fc.nat(60), (text, nth) => {
    const line = 1 + (nth % linesIn(text));
    const excerpt = excerptAround(text, line, most);
    expect(excerpt.before + excerpt.shown + excerpt.after).toBe(text);
    expect(excerpt.shown.length).toBeLessThanOrEqual(most + 1_000);
    const { start, end } = spotIn(excerpt, line);
    const asked = text.split('\n')[line - 1]!;
    const seen = excerpt.shown.slice(start, end);
    if (asked.length < most / 4) expect(seen).toBe(asked);
    else expect(asked.startsWith(seen) && seen !== '').toBe(true);
    expect(joined(excerpt, excerpt.shown)).toBe(text);
  }));
});

test('the line asked for is found in the part shown, also at the very end', () => {
  const text = Array.from({ length: 2_000 }, (_, i) => `line ${i + 1}`).join('\n');
  for (const line of [1, 2, 999, 1_999, 2_000]) {
    const excerpt = excerptAround(text, line, most);
    const { start, end } = spotIn(excerpt, line);
    expect(excerpt.shown.slice(start, end)).toBe(`line ${line}`);
  }
});

test('an edit takes the place of what was shown, and an emptied box empties all', () => {
  const excerpt = excerptAround('aa\n'.repeat(2_000), 1_000, most);
  expect(joined(excerpt, 'new\n')).toBe(`${excerpt.before}new\n${excerpt.after}`);
  expect(joined(excerpt, '')).toBe('');
});

test('a line longer than the box is cut', () => {
  const { shown, firstLine } = excerptAround(`a\n${'x'.repeat(50_000)}`, 2, most);
  expect(shown.length).toBeLessThanOrEqual(most);
  expect(firstLine).toBe(1);
});
