import { expect, test } from 'vitest';
import { excerptAround, joined, linesIn, spotIn } from './excerpt.ts';
import { asShown, withNewlines } from './newlines.ts';

test('each line end of a short text is one newline; a long text stays as it is', () => {
  expect(withNewlines('a\r\nb\rc\nd\r')).toBe('a\nb\nc\nd\n');
  const long = 'a\r\n'.repeat(100_000);
  expect(withNewlines(long)).toBe(long);
});

test('what is shown of a text has its lines', () => {
  expect(asShown('a\r\nb\rc\n')).toBe('a\nb c\n');
});

test('a long text with line ends of Windows is shown, found in and put together line for line', () => {
  const line = (number: number): string => `line ${number} ${'x'.repeat(number % 90)}`;
  const text = Array.from({ length: 20_000 }, (_, at) => line(at + 1)).join('\r\n');
  for (const wanted of [1, 2, 777, 12_345, 20_000]) {
    const excerpt = excerptAround(text, wanted);
    const { start, end } = spotIn(excerpt, wanted);
    expect(excerpt.shown.slice(start, end)).toBe(line(wanted));
    expect(excerpt.shown).not.toContain('\r');
    expect(joined(excerpt, excerpt.shown).replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n')).toBe(true);
    expect(excerpt.firstLine).toBe(linesIn(excerpt.before));
  }
});

test('a long line is never cut within a line end', () => {
  const text = `${'x'.repeat(8_001)}${'\r\n'.repeat(10)}${'y'.repeat(40_000)}`;
  for (let most = 15_990; most < 16_010; most++) expect(joined(excerptAround(text, 1, most), excerptAround(text, 1, most).shown).replaceAll('\r\n', '\n')).toBe(text.replaceAll('\r\n', '\n'));
});
