import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const seed = 'src/engine/memory/fixtures/seed-vmlet.pmap.txt';
const rollup = '55e551131000-7fff4146b000 ---p 00000000 00:00 0    [rollup]\nRss:  1792 kB\n';

function smaps(file: string, input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['scripts/smaps.ts', file], { input, encoding: 'utf8' });
}

test('a file comes out as one JSON array of mappings with their parts', () => {
  const { status, stdout, stderr } = smaps(seed);
  const mappings = JSON.parse(stdout) as unknown[];
  expect({ status, stderr, length: mappings.length }).toEqual({ status: 0, stderr: '', length: 20 });
  expect(mappings[9]).toEqual({
    start: '7f7eca688000',
    end: '7f7edc537000',
    perms: '---p',
    sizeKiB: 293564,
    parts: [{ what: 'summary L4', sizeKiB: 260604, certainty: 'certain' }, { what: 'summary L3', sizeKiB: 32960, certainty: 'certain' }],
  });
  expect(mappings[19]).toMatchObject({ start: 'ffffffffff600000', end: 'ffffffffff601000' });
}, 60_000);

test('standard input reads the same', () => {
  expect(smaps('-', readFileSync(seed, 'utf8')).stdout).toBe(smaps(seed).stdout);
}, 60_000);

test.each([
  ['-', 'Dear reader', '-, line 1, column 1: “Dear” is not how a line of maps, smaps or pmap begins.'],
  ['-', '00400000-00401000 rw-p 0 00:00 0\n00400000-00402000 rw-p 0 00:00 0', '-, line 2, column 1: This mapping overlaps the one of line 1.'],
  ['-', rollup, '-: This is smaps_rollup'],
  ['no-such-file', '', 'no-such-file cannot be read (ENOENT)'],
])('what is wrong with %s %j is one sentence on standard error', (file, input, sentence) => {
  const { status, stdout, stderr } = smaps(file, input);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(sentence);
}, 60_000);

test('with counters in the text it is one object: the account, and the mappings where there are any', () => {
  const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [{ profile: string; smaps: string; prefixed: string }] };
  const whole = smaps('-', `${served.profile}\nDear reader\n${served.prefixed}\n${served.smaps}`);
  const printed = JSON.parse(whole.stdout) as { account: { limit: number; bar: { piece: string }[] }; identities: { holds: boolean }[]; mappings: unknown[] };
  expect(whole.status).toBe(0);
  expect(whole.stderr).toMatch(/^-, line \d+, column 1: “Dear reader” is no line that is read here\. Skipped\.\n$/);
  expect(printed.account.limit).toBe(512 * 2 ** 20);
  expect(printed.account.bar.map(({ piece }) => piece)).toEqual(['objects', 'unused', 'free', 'stacks', 'tables', 'unseen', 'cache']);
  expect(printed.identities.every(({ holds }) => holds)).toBe(true);
  expect(printed.mappings.length).toBe(served.smaps.match(/^Size:/gm)!.length);
  expect(JSON.parse(smaps('-', 'go_goroutines 4').stdout)).toMatchObject({ findings: [], identities: [] });
}, 60_000);
