import { expect, test } from 'vitest';
import { recorded } from '../../src/oracle/changed/recorded.ts';
import { tableNamed } from '../../src/oracle/tables.ts';
import { entries } from './entries.ts';

const all = await entries();
const of = (path: string) => all.filter((entry) => entry.path.startsWith(path));

test('every quantity of both languages has an origin', () => {
  expect(all.filter(({ origin }) => origin.kind === 'nowhere').map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
});

test('both languages of a chapter lean on the same facts and engines, in the same numbers', () => {
  const vouched = (path: string) => of(path).filter(({ origin }) => ['fact', 'claim'].includes(origin.kind)).map(({ origin }) => Object.values(origin).join(' ')).sort();
  expect(vouched('content/en/1-1')).toEqual(vouched('content/zh/1-1'));
  expect(vouched('content/en/1-1').length).toBeGreaterThan(50);
});

test('a recorded table is listed cell by cell, with what made it', () => {
  const { rows, from } = tableNamed('ulimit');
  const listed = of('content/en/').filter(({ origin }) => origin.kind === 'recording' && origin.recording === `${from.en}; oracle/recordings/ulimit.json`);
  expect(listed.map(({ text }) => Number(text))).toEqual(rows.flat().filter((cell) => typeof cell === 'number'));
});

test('the answer of a prediction and the numbers it asks with stand on the same fact', () => {
  const asked = of('content/en/').filter(({ origin }) => origin.kind === 'fact' && origin.fact === 'idle-1.27');
  expect(asked.map(({ text }) => text)).toEqual(expect.arrayContaining(['400 MiB', '100 seconds']));
});

test('the page of changes says of every number in which file it was recorded', () => {
  const listed = [...of('en/changes/'), ...of('zh/changes/')];
  const base = recorded.blackbox.rows.at(-1)!.result.perPage['noscan 16'];
  expect(listed.some(({ text, origin }) => text === String(base) && origin.kind === 'recording' && origin.recording.endsWith('blackbox.json'))).toBe(true);
  expect(of('en/changes/')).toHaveLength(of('zh/changes/').length);
});
