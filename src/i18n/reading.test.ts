import { expect, test } from 'vitest';
import { readingMinutes } from './reading.ts';

test('English is read at 220 words a minute', () => {
  expect(readingMinutes('word '.repeat(2200))).toBe(10);
});

test('Chinese is read by characters, 400 a minute, and its punctuation does not count', () => {
  expect(readingMinutes('内存，映射。'.repeat(1000))).toBe(10);
});

test('Words of both scripts in one text add up', () => {
  expect(readingMinutes(`${'内存'.repeat(1000)} ${'heap '.repeat(1100)}`)).toBe(10);
});

test('Code, imports, elements and formulas are not read', () => {
  const noise = `import x from 'y';\n\n\`\`\`go\n${'func f() {}\n'.repeat(2000)}\`\`\`\n\n$$\n${'x + y '.repeat(2000)}\n$$\n\n<Demo id="${'a '.repeat(2000)}" />\n`;
  expect(readingMinutes(`${noise}${'word '.repeat(660)}`)).toBe(3);
});

test('The shortest text takes a minute', () => {
  expect(readingMinutes('')).toBe(1);
});
