import { expect, test } from 'vitest';
import { moved, readAnswers, type Answers } from './answers.ts';

const roundupsize = 23;
const tiny = 14;
const script = (...sizes: readonly number[]): Answers['scripts'][string] => [{ name: 'one', ops: [[roundupsize, 17], [roundupsize, 33], [tiny]], answers: [[0, sizes[0]!], [0, sizes[1]!], [0, sizes[2]!, 8]], agreed: 10, of: 10 }];
const answers = (value: number, ...sizes: readonly number[]): Answers => ({ tables: { constants: [{ name: 'm', value }, { name: 'g', value: 456 }] }, scripts: { 'scripts/x': script(...sizes) } });

test('what moved is told by recording, operation and field', () => {
  expect(moved(answers(1824, 24, 48, 4096), answers(1832, 24, 64, 8192))).toEqual([
    'constants: 1 of 2 rows equal; {"name":"m","value":1824} -> {"name":"m","value":1832}',
    'scripts/x: 1 of 3 answers equal; different: roundupsize (size), tiny (start)',
  ]);
});

test('nothing moves between a recording and itself, and all of the book’s are read', () => {
  const book = readAnswers('.');
  expect(moved(book, book)).toEqual([]);
  expect(Object.keys(book.scripts)).toContain('scripts/first-trigger');
});
