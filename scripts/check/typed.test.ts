import { describe, expect, test } from 'vitest';
import { readExceptions } from './exceptions.ts';
import { checkTyped, typedIn } from './typed.ts';

const code = [
  "import { formatNumber } from '../../i18n/quantity.ts';",
  "const kinds = { small: 'up to 64 KiB at once' };",
  'const large = (size: number) => `${formatNumber(size)} bytes are ${2 * size} pages of 8 KiB.`;',
].join('\n');
const excuse = (place: string) => readExceptions(`- text: pages of 8 KiB\n  reason: pageSize\n  in: [glossary, ${place}]\n`);

describe('a quantity typed into words', () => {
  test('is found where it stands; what the engine prints, and code, is none', () => {
    const columnOf = (line: number, text: string) => code.split('\n')[line - 1]!.indexOf(text) + 1;
    expect(typedIn('src/demos/round-up/en.ts', code, []).map(({ line, column, text }) => [line, column, text]))
      .toEqual([[2, columnOf(2, '64 KiB'), '64 KiB'], [3, columnOf(3, '8 KiB'), '8 KiB']]);
  });

  test('is told with the name to use in an exception', () => {
    const [finding] = checkTyped('src/demos/round-up/zh.ts', "const caption = '每格 132 KiB，共几格。';", []);
    expect(finding).toMatchObject({ line: 1, column: 21, message: expect.stringContaining('in: round-up') });
    expect(checkTyped('content/glossary.yml', "en: { term: page, text: 'It is 4 KiB.' }", [])[0]?.message).toContain('in: glossary');
  });

  test('is excused only in the places the exception names', () => {
    expect(checkTyped('src/demos/round-up/en.ts', code, excuse('round-up')).map(({ line }) => line)).toEqual([2]);
    expect(checkTyped('src/demos/round-up/en.ts', code, excuse('two-maps')).map(({ line }) => line)).toEqual([2, 3]);
  });
});
