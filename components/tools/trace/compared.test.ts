import { describe, expect, test } from 'vitest';
import { machines, machineNames, type MachineName } from '../../../src/engine/allocators/machines.ts';
import { measure } from '../../../src/engine/allocators/measure.ts';
import { drain } from '../../../src/engine/machine.ts';
import { readTrace } from '../../../src/engine/allocators/trace-text.ts';
import { bestAndWorst, briefBytes, runCells, sorted, type Compared } from './compared.ts';
import words from './compared.en.ts';
import { csv } from './csv.ts';
import { digest } from './digest.ts';
import type { Reading } from './reading.ts';
import { chartScene } from './scene.ts';

function compare(text: string, names: readonly MachineName[]): { reading: Reading; runs: readonly Compared[] } {
  const trace = readTrace(text);
  const reading = digest(trace, 400);
  return { reading, runs: names.map((machine) => ({ machine, run: drain(measure(machines[machine].make, trace.program, reading.marks)) })) };
}

/** Known by hand: bump takes 16-byte grains on pages of 4 KiB and frees nothing; buddy rounds up to powers of two from 16. */
const fiveLines = 'a 0 24\na 1 100\nf 0\na 2 24\nf 1\n';

describe('five lines, by hand', () => {
  const { reading, runs } = compare(fiveLines, ['bump', 'buddy']);

  test('as CSV', () => {
    const lines = csv(reading, runs).split('\n');
    expect(lines[0]).toBe('operations,live,bump heap,bump blocks,bump largestFree,bump steps,bump systemCalls,buddy heap,buddy blocks,buddy largestFree,buddy steps,buddy systemCalls');
    expect(lines[3]).toMatch(/^2,124,4096,144,3952,2,1,256,160,/);
    expect(lines[6]).toMatch(/^5,24,4096,32,3920,3,1,256,32,/);
    expect(lines).toHaveLength(8);
  });

  test('as a table', () => {
    const [bump, buddy] = runs.map((run) => runCells(run, 'en'));
    expect(bump).toMatchObject({ peak: { text: '4 KiB' }, utilisation: { text: '3%' }, inside: { text: '20 bytes · 14%' }, systemCalls: { text: '1' }, steps: { text: '0.6' } });
    expect(buddy).toMatchObject({ peak: { text: '256 bytes' }, utilisation: { text: '48.4%' }, inside: { text: '36 bytes · 23%' }, between: { text: '224 bytes · 88%' } });
  });

  test('as a chart: the area asked for, and each heap to its peak', () => {
    const { marks, frame } = chartScene(reading, runs, words, 'en', { cursor: 2, now: 'buddy' });
    expect(marks.map(({ key, name, shape, now }) => [key, name, shape, now])).toEqual([['asked', 'asked for', 'area', false], ['bump', '↑ bump', 'thin', false], ['buddy', 'buddy', 'thin', true]]);
    expect(marks[0]!.points).toEqual([[0, 0], [1, 24], [2, 124], [3, 100], [4, 124], [5, 24]]);
    expect(frame).toMatchObject({ cursor: 2, x: { most: 5 }, y: { most: 256, unit: 'B' } });
  });
});

test('the chart can show what is lost and what was looked at, without the area', () => {
  const { reading, runs } = compare(fiveLines, ['bump', 'buddy']);
  const inside = chartScene(reading, runs, words, 'en', { quantity: 'inside' });
  expect(inside.marks.map(({ key, points }) => [key, points])).toEqual([
    ['bump', [[0, 0], [1, 8], [2, 20], [3, 12], [4, 20], [5, 8]]], ['buddy', [[0, 0], [1, 8], [2, 36], [3, 28], [4, 36], [5, 8]]],
  ]);
  expect(inside.marks[1]!.peak).toEqual({ x: 2, y: 36, label: 'peak: 36 bytes' });
  expect(chartScene(reading, runs, words, 'en', { quantity: 'between' }).marks[1]!.points.at(-1)).toEqual([5, 224]);
  expect(chartScene(reading, runs, words, 'en', { quantity: 'steps' }).marks[0]!.peak).toMatchObject({ x: 5, y: 3, label: 'peak: 3' });
});

test('the rows are sorted by what they say, those without a value last', () => {
  const { runs } = compare(fiveLines, ['jemalloc', 'bump', 'glibc', 'buddy']);
  const order = (descending: boolean) => sorted(runs, 'systemCalls', descending, 'en').map(({ machine }) => machine);
  expect(order(false).at(-1)).toBe('jemalloc');
  expect(order(true).at(-1)).toBe('jemalloc');
  expect(sorted(runs, 'peak', false, 'en').map(({ machine }) => machine).slice(0, 2)).toEqual(['buddy', 'bump']);
  expect(bestAndWorst(runs)?.best.machine).toBe('buddy');
  expect(bestAndWorst(runs.slice(1, 2))).toBeUndefined();
});

test('bytes are told with three digits', () => {
  expect([0, 1, 1023, 1024, 47_800, 540_672, 1_048_575, 1_048_576, 33_554_432].map((bytes) => briefBytes(bytes, 'en'))).toEqual(
    ['0 bytes', '1 byte', '1,023 bytes', '1 KiB', '46.7 KiB', '528 KiB', '1,024 KiB', '1 MiB', '32 MiB']);
});

test('every allocator of the book has a name', () => {
  expect(Object.keys(words.machines)).toEqual(machineNames);
});
