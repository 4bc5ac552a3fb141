import { expect, test } from 'vitest';
import type { Origin } from '../check/quantities.ts';
import type { Entry } from '../ledger/entries.ts';
import { differences, report, type Book } from './differences.ts';

const entry = (path: string, line: number, text: string, origin: Origin): Entry => ({ path, line, column: 5, text, origin });
const fact: Origin = { kind: 'fact', fact: 'virt-hello' };
const table: Origin = { kind: 'recording', recording: 'ulimit.json' };

const book = (virt: string, rss: string, ...cells: string[]): Book => ({
  facts: { 'virt-hello': virt, 'rss-c': rss },
  ledger: [
    entry('content/en/1.mdx', 3, virt, fact), entry('content/zh/1.mdx', 4, virt, fact),
    ...cells.map((cell) => entry('content/en/1.mdx', 9, cell, table)),
  ],
});

test('a fact that changes is told with every sentence that prints it, in both languages', () => {
  const [found, ...others] = differences(book('1 MiB', '2 KiB'), book('3 MiB', '2 KiB'));
  expect(others).toEqual([]);
  expect(found).toEqual({ what: 'fact virt-hello', from: '1 MiB', to: '3 MiB', places: [{ at: 'content/en/1.mdx:3:5', from: '1 MiB', to: '3 MiB' }, { at: 'content/zh/1.mdx:4:5', from: '1 MiB', to: '3 MiB' }] });
});

test('a fact that no sentence uses is told too', () => {
  expect(differences(book('1', '2'), book('1', '5'))).toEqual([{ what: 'fact rss-c', from: '2', to: '5', places: [] }]);
});

test('numbers of a table are told apart though they stand in one place, and a row more shifts nothing before it', () => {
  const [found] = differences(book('1', '2', '10', '20', '30'), book('1', '2', '10', '21', '30', '40'));
  expect(found?.what).toBe('recording ulimit.json');
  expect(found?.places.map(({ from, to }) => `${from} -> ${to}`)).toEqual(['20 -> 21']);
});

test('what the machine changes by itself is named, not told', () => {
  const found = differences(book('1', '2'), book('3', '5'));
  const noise = differences(book('1', '2'), book('1', '4'));
  expect(report('go1.28.0', found, noise)).toEqual([
    'fact virt-hello: 1 -> 3',
    '  content/en/1.mdx:3:5  1 -> 3',
    '  content/zh/1.mdx:4:5  1 -> 3',
    'Different on this machine with the book’s own Go too, so not told above: fact rss-c.',
    'With Go 1.28.0 these would change: 1 of the facts, 2 of the quantities in the text.',
  ]);
});

test('nothing differs between equal books', () => {
  expect(report('go1.27.4', differences(book('1', '2', '3'), book('1', '2', '3')), [])).toEqual(['With Go 1.27.4 these would change: 0 of the facts, 0 of the quantities in the text.']);
});
