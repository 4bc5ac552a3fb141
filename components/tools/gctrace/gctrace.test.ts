import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../../src/engine/go/gctrace/goal.ts';
import { readGctrace } from '../../../src/engine/go/gctrace/read.ts';
import { fittingGogc } from '../../../src/engine/go/gctrace/fitting.ts';
import { fieldNames } from '../../../src/engine/go/gctrace/line.ts';
import { cycleGroups } from './cycle-rows.ts';
import { damageSentence } from './damage-text.ts';
import en from './en.ts';
import { cycleAt, expectedAt, placesOf, readingOf, type Reading } from './reading.ts';
import { chartScene, mostDrawn, quantities } from './scene.ts';
import { summaryOf } from './summary.ts';
import zh from './zh.ts';

const { rows } = JSON.parse(readFileSync('oracle/recordings/gctrace-settings.json', 'utf8')) as { rows: { env: string[]; program: string; text: string }[] };
const textOf = (env: string, program: string): string => rows.find((row) => row.env.join(' ') === env && row.program === program)!.text;

function read(text: string): Reading {
  const gctrace = readGctrace(text);
  return readingOf(gctrace, defaults, fittingGogc(gctrace.cycles, undefined));
}
const deep = read(textOf('', 'deep'));

test('columns give back every cycle, and what was expected of it', () => {
  for (const [at, { run: _, expected, inside, ...cycle }] of readGctrace(textOf('', 'deep')).cycles.entries()) {
    expect(cycleAt(deep, at)).toEqual(cycle);
    expect(expectedAt(deep, at)).toEqual({ ...expected, inside });
  }
});

test('a line before Go 1.18 has no stacks, one without its forerunner nothing expected', () => {
  const old = read('gc 7 @0.099s 1%: 0.1+2+0.1 ms clock, 0.2+0/2/0+0.2 ms cpu, 4->4->0 MB, 5 MB goal, 2 P');
  expect([cycleAt(old, 0).stacks, expectedAt(old, 0)]).toEqual([undefined, undefined]);
});

test('the fields of a cycle lie one after the other, and end where the cycle ends', () => {
  const [clock, cpu, heap] = cycleGroups(cycleAt(deep, 4), expectedAt(deep, 4));
  for (const { rows: fields } of [clock!, cpu!]) {
    expect(fields[0]!.from).toBe(0);
    fields.reduce((end, { from, to }) => { expect(from).toBeLessThanOrEqual(end + 1e-9); return to; }, 0);
    expect(fields.at(-1)!.to).toBeCloseTo(100, 6);
  }
  // gc 5 of the recording: 69->83->30 MB, 84 MB goal; 35 MiB live before and 12 of stacks make 82 to 86.
  expect(heap!.rows.map(({ name, value }) => [name, value])).toEqual([['start', '69 MiB'], ['end', '83 MiB'], ['marked', '30 MiB'], ['goal', '84 MiB'], ['expected', '82–86 MiB']]);
});

test('what a log comes to, in both languages', () => {
  expect(summaryOf(deep, placesOf(deep, 1), en).title).toBe('7 collections in 0.096 s');
  expect(summaryOf(deep, placesOf(deep, 1), zh).title).toBe('0.096 秒里有 7 次 GC');
  expect(summaryOf(deep, placesOf(deep, 1), en).paragraphs.join(' ')).toContain('All 7 printed goals that can be held against the line before are what the pacer’s formula gives for GOGC=100.');
});

test('a GOGC that was not said is found; of goals by a limit none is', () => {
  const halved = read(textOf('GOGC=50', 'falling'));
  const { from, to } = halved.fitting!;
  expect(from <= 50 && 50 <= to).toBe(true);
  expect(summaryOf(halved, placesOf(halved, 1), en).paragraphs.join(' ')).toContain(from === to ? `GOGC=${from} would fit` : `Any GOGC from ${from} to ${to} would fit`);
  const limited = read(textOf('GOMEMLIMIT=32MiB', 'deep'));
  expect(summaryOf(limited, placesOf(limited, 1), en).paragraphs.join(' ')).toContain('GOMEMLIMIT set some');
});

test.each(quantities)('fifty thousand cycles are drawn as %s in few points, none above the chart, none lost above the others', (quantity) => {
  const line = textOf('', 'deep').split('\n')[4]!;
  const many = read(Array.from({ length: 50_000 }, (_, i) => line.replace('gc 5 @0.066', `gc ${i + 1} @${(i / 10).toFixed(3)}`).replace('83->30', i === 777 ? '900->30' : '83->30')).join('\n'));
  const { marks, frame } = chartScene(many, placesOf(many, 1), quantity, en, 49_999);
  expect(many.count).toBe(50_000);
  for (const { points } of marks) {
    expect(points.length).toBeLessThanOrEqual(mostDrawn);
    expect(points.every(([x, y], at) => y <= frame.y.most && x <= frame.x.most && (at === 0 || x >= points[at - 1]![0]))).toBe(true);
  }
  if (quantity === 'heap') expect(frame.y.most).toBe(900);
});

test.each([['en', en], ['zh', zh]] as const)('every damage is a sentence in %s', (_, words) => {
  for (const field of fieldNames) {
    for (const code of ['field', 'cut', 'long']) {
      expect(damageSentence({ code, message: '', args: { field, like: 'LIKE', found: 'FOUND', length: 5, limit: 4 } }, words)).toMatch(code === 'field' ? /LIKE.*FOUND/ : /^(?!.*undefined).+[.。]$/);
    }
  }
});

test('a goal that is none, with GOGC off, flattens no chart', () => {
  const off = read('gc 1 @0.012s 2%: 0.11+2.6+0.002 ms clock, 0.22+0/0.022/2.7+0.005 ms cpu, 5->6->4 MB, 8532210231537 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)');
  const { marks, frame } = chartScene(off, [0], 'heap', en, 0);
  expect([marks.map(({ key }) => key), frame.y.most]).toEqual([['live', 'heap'], 6]);
  expect(cycleGroups(cycleAt(off, 0), undefined)[2]!.rows.map(({ value, to }) => [value, to <= 100])).toEqual([['5 MiB', true], ['6 MiB', true], ['4 MiB', true], ['∞', true]]);
  expect(chartScene(off, [0], 'cpu', en, 0).marks.map(({ key }) => key)).toEqual(['whole']);
});
