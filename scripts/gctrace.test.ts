import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const gctrace = (args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['scripts/gctrace.ts', ...args], { input, encoding: 'utf8' });

// The first cycles of `traced growing` with Go 1.27.4, as recorded in oracle/recordings/versions/gctrace.json; the last called forced here.
const log = `2026/11/26 07:02:11 serving
gc 1 @0.003s 16%: 0.059+2.4+0.005 ms clock, 0.11+1.7/0.064/0.071+0.011 ms cpu, 3->4->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
gc 2 @0.012s 15%: 0.019+5.8+0.002 ms clock, 0.039+3.5/0.029/0.0
gc 2 @0.012s 15%: 0.019+5.8+0.002 ms clock, 0.039+3.5/0.029/0.021+0.004 ms cpu, 7->9->9 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)
`;

test('one object a line for each cycle: fields, the goal as an interval, and whether it holds', () => {
  const { status, stdout, stderr } = gctrace(['-'], log);
  const [first, second, ...more] = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([status, more]).toEqual([0, []]);
  expect(first).toMatchObject({ line: 2, run: 1, gc: 1, seconds: 0.003, heap: { start: 3, end: 4, marked: 4 }, forced: false, inside: true });
  // 4 to 5 MiB marked, up to a MiB of stacks and one of globals: twice the least, and twice the most and two more.
  expect(second).toMatchObject({ line: 4, gc: 2, goal: 8, procs: 2, forced: true, cpu: { assist: 3.5 }, expected: { least: 8 * 2 ** 20, most: 12 * 2 ** 20 - 4 }, inside: true });
  expect(stderr).toBe('-, line 3, column 45: the cpu should look like “0.06+0.1/2.0/0.3+0.04 ms cpu,”, not “0.039+3.5/0.029/0.0”. Skipped.\n');
}, 60_000);

test('GOGC and the limit move the goal', () => {
  const insides = (...args: string[]): unknown[] => gctrace(['-', ...args], log).stdout.trim().split('\n').map((line) => (JSON.parse(line) as { inside: boolean }).inside);
  expect(insides('--gogc', '200')).toEqual([false, false]);
  expect(insides('--gogc', 'off')).toEqual([false, false]);
  expect(insides('--gogc', 'off', '--memlimit', '16MiB')).toEqual([true, true]);
  expect(insides('--memlimit', String(6 * 2 ** 20))).toEqual([true, false]);
}, 60_000);

test.each([
  [['-'], 1, 'hello', /^-: no line of gctrace\. Run the program with GODEBUG=gctrace=1/],
  [['no-such-file'], 1, '', /^no-such-file cannot be read \(ENOENT\)/],
  [[], 2, '', /^Usage: /],
  [['-', '--gogc', 'much'], 2, '', /^Usage: /],
  [['-', '--memlimit', '5 MB'], 2, '', /^Usage: /],
  [['-', '--limit', '5'], 2, '', /Unknown option '--limit'.*\nUsage: /],
])('%j is refused with a sentence and exit code %d', (args, code, input, message) => {
  const { status, stdout, stderr } = gctrace(args, input);
  expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  expect(stderr).toMatch(message);
}, 60_000);
