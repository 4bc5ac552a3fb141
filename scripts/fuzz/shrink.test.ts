import { expect, test } from 'vitest';
import { shrunken } from './shrink.ts';

test('what is left of a text is what fails', () => {
  const text = Array.from({ length: 300 }, (_, line) => `line ${line}, and ${line === 217 ? 'this <b> fails' : 'this does not'}`).join('\n');
  expect(shrunken(text, (part) => part.includes('<b>'))).toBe('<b>');
});
