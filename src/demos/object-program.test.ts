import { expect, test } from 'vitest';
import { programs } from './six-collectors/programs.ts';
import { readObjects, writeObject } from './object-program.ts';

const texts = Object.values(programs).filter((text) => typeof text === 'string');

test.each(texts)('what is written of a program of objects is read as that program: %#', (text) => {
  const { ops } = readObjects(text);
  expect(ops.length).toBeGreaterThan(5);
  expect(readObjects(ops.map(writeObject).join('\n')).ops).toEqual(ops);
});

test.each(['a = new 24', 'a.0 = a', 'drop a', 'b = new 5000 1', 'nil = new 24 1', 'free a'])('refuses %s, with its line', (line) => {
  expect(() => readObjects(`\n${line}`)).toThrow(expect.objectContaining({ line: 2, column: 1 }));
});
