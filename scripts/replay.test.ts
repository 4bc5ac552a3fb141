import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function replay(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['scripts/replay.ts', ...args], { input, encoding: 'utf8' });
}

const trace = (...calls: string[]): string => ['1', '5', '10', '1', ...calls].join('\n');
const holes = 'oracle/malloc/traces/holes.rep.gz';

/** What oracle/malloc/replay.c printed for this program with GNU libc 2.36, its break subtracted. */
test('every call has a line with its answer: a mapping, a freed threshold, calloc, realloc, unknown ids, -1', () => {
  const calls = ['a 0 200000', 'f 0', 'a 1 200000', 'c 2 24', 'r 2 5000', 'r 3 10', 'f -1', 'a -1 5', 'r -1 0', 'f 1'];
  const answers = ['mmap', '-', '2a0', '30ff0', '30ff0', '32380', '-', '323a0', '0', '-'];
  const lines = calls.map((call, i) => `${call.split(' ').slice(0, 2).join(' ')} ${answers[i]}\n`);
  expect(replay(['glibc', '-'], trace(...calls))).toMatchObject({ status: 0, stderr: '', stdout: lines.join('') });
}, 60_000);

/** oracle/recordings/malloc: six blocks, the middle ones freed, 6000 and 500 bytes. */
test.each([
  ['glibc', ['2a0', 'a80', '1260', '1a40', '2220', '2a00', '-', '-', '-', 'a80', '31e0']],
  ['tcmalloc', ['16000', '16800', '17000', '17800', '18000', '18800', '-', '-', '-', '1a000', '20000']],
  ['mimalloc', ['0:10000', '0:10800', '0:11000', '0:11800', '0:12000', '0:12800', '-', '-', '-', '0:20000', '0:30180']],
] as const)('%s is counted from where its recording counts', (machine, answers) => {
  const { stdout } = replay([machine, holes]);
  expect(stdout.trimEnd().split('\n').map((line) => line.split(' ')[2])).toEqual(answers);
}, 60_000);

test('--heap bounds the heap: what no longer fits gets null, and is counted from the heap\'s start', () => {
  const { stdout } = replay(['bump', '-', '--heap', '64'], trace('a 0 30', 'a 1 1', 'a 2 17', 'a 3 16'));
  expect(stdout).toBe('a 0 0\na 1 20\na 2 0\na 3 30\n');
}, 60_000);

test('what mtrace wrote is answered too', () => {
  const { stdout } = replay(['glibc-notcache', 'src/engine/allocators/fixtures/mtrace.txt']);
  expect(stdout.split('\n')).toHaveLength(11);
  expect(stdout).toMatch(/^a 0 [\da-f]+\na 1 [\da-f]+\nr 0 [\da-f]+\n/);
}, 60_000);

test('--stats prints the figures as JSON, and nothing else', () => {
  const { stdout } = replay(['bump', '-', '--stats'], trace('a 0 100', 'a 1 50', 'f 0'));
  expect(JSON.parse(stdout)).toMatchObject({ live: 50, blocks: 64, heap: 4096, peakLive: 150, internal: 14 / 64, utilisation: 150 / 4096 });
}, 60_000);

test.each([
  [['glibc', 'nowhere.rep'], 1, '', 'nowhere.rep cannot be read (ENOENT). Give the name of a file, or - for standard input.\n'],
  [['glibc', '-'], 1, '1\n2\n3\n4\na 0 10\na 1 ten', 'Standard input, line 6, column 5: A whole number (size) belongs here.\n'],
  [['glibc', '-', '--heap', '10'], 2, '', 'glibc takes no --heap: it is what the real library does, whose heap has no bound.\n'],
  [['bump', '-', '--heap', '1k'], 2, '', '--heap takes a whole number of bytes, not "1k".\n'],
] as const)('%j is refused with a sentence and exit code %d', (args, status, input, stderr) => {
  expect(replay(args, input)).toMatchObject({ status, stdout: '', stderr });
}, 60_000);

test('an unknown machine is told the known ones; without arguments all is explained', () => {
  expect(replay(['malloc', holes]).stderr).toBe('There is no machine "malloc". The machines are bump first-fit next-fit best-fit worst-fit segregated buddy slab glibc glibc-notcache tcmalloc jemalloc mimalloc.\n');
  expect(replay([]).stderr).toMatch(/^Usage: npm run -s replay -- MACHINE FILE\.rep/);
}, 60_000);
