import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecording, schemaOf } from './recording.ts';

const load = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const files = globSync('oracle/recordings/**/*.json').sort();
const pinned = readFileSync('oracle/go-version', 'utf8').trim();

describe('every committed recording', () => {
  test.each(files)('%s reads', (file) => {
    const recording = readRecording(schemaOf(load(file)), load(file));
    expect(recording.rows.length).toBeGreaterThan(0);
    expect(recording.runs.agreed).toBeGreaterThan(0);
    expect(recording.runs.agreed).toBeLessThanOrEqual(recording.runs.of);
  });

  test('names no place of the machine it was made on', () => {
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(/\/(tmp|home|root|work)\//);
  });
});

test('a recording is refused with the place of the wrong value', () => {
  const good = load('oracle/recordings/sbrk.json') as { rows: object[] };
  const rows = [...good.rows, { ...good.rows[0], break: 'far' }];
  expect(() => readRecording('sbrk@1', { ...good, rows })).toThrow(`rows.${good.rows.length}.break`);
  expect(() => readRecording('touch@1', good)).toThrow('sbrk@1 was read as touch@1');
  expect(() => readRecording('sbrk@1', null)).toThrow('no sbrk@1 recording');
});

describe('what was recorded is what the world is known to do', () => {
  test('the first malloc moves the break by 132 KiB and its pointer is 0x2a0 bytes up', () => {
    const { printed } = readRecording('process@1', load('oracle/recordings/processes/c-malloc-1.json')).rows[0]!;
    const [before, after, pointer] = ['breakBefore', 'breakAfter', 'pointer'].map((key) => Number(printed[key]));
    expect(after! - before!).toBe(132 * 1024);
    expect(pointer! - before!).toBe(0x2a0);
  });

  test('a second thread of C reserves 64 MiB and has 132 KiB of it', () => {
    const { maps } = readRecording('process@1', load('oracle/recordings/processes/c-thread.json')).rows[0]!;
    const sizes = maps.split('\n').filter((line) => / 00:00 0\s*$/.test(line)).map((line) => {
      const [start, end] = line.split(' ')[0]!.split('-').map((digits) => parseInt(digits, 16));
      return (end! - start!) / 1024;
    });
    expect(sizes).toEqual(expect.arrayContaining([132, 65_404]));
  });

  test('80 MiB of heap in Go 1.17 and 1.18 give the numbers of the process the book starts from', () => {
    for (const minor of ['1.17', '1.18']) {
      const { pmap } = readRecording('process@1', load(`oracle/recordings/processes/go-hold-${minor}.json`)).rows[0]!;
      for (const kib of [81_920, 49_152, 263_680, 293_564, 36_692, 508, 384]) expect(pmap).toMatch(new RegExp(` ${kib} `));
    }
  });

  test('the last version to start is the pinned Go', () => {
    expect(readRecording('startup@1', load('oracle/recordings/startup.json')).rows.at(-1)!.go).toBe(pinned);
  });
});
