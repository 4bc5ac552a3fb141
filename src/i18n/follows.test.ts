import { expect, test } from 'vitest';
import { isBehind, textHash } from './follows.ts';

const text = { title: 'Process memory', question: 'Why?', description: 'What.', body: 'Words.\n' };

test.each(['title', 'question', 'description', 'body'] as const)('The hash changes with the %s', (part) => {
  expect(textHash({ ...text, [part]: 'Other words.' })).not.toBe(textHash(text));
});

test('Line ends and blank lines around the text change nothing', () => {
  expect(textHash({ ...text, body: '\r\nWords.\r\n\r\n' })).toBe(textHash(text));
});

test('A hash is twelve hexadecimal digits', () => {
  expect(textHash(text)).toMatch(/^[0-9a-f]{12}$/);
});

test('A text is behind once its twin says something else than it follows', () => {
  expect(isBehind(textHash(text), text)).toBe(false);
  expect(isBehind(textHash(text), { ...text, body: 'More words.' })).toBe(true);
});
