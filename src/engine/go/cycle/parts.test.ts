import { expect, test } from 'vitest';
import { AssistCredit } from './assist-credit.ts';
import { Agenda } from './agenda.ts';
import { BarrierBuffer, nil } from './barrier-buffer.ts';
import { goroutine } from './goroutine.ts';
import { rootJobs } from './root-jobs.ts';

const owing = (id: number, bytes: number) => ({ ...goroutine(id), assistBytes: -bytes });

test('a buffer of 512 has room for 256 stores, of which nil comes out no more', () => {
  const buffer = new BarrierBuffer();
  for (let i = 0; i < 256; i++) {
    expect(buffer.full).toBe(false);
    buffer.put2(nil, i);
  }
  expect(buffer.full).toBe(true);
  expect(buffer.take()).toHaveLength(256);
  expect(buffer.length).toBe(0);
});

// mgcmark.go:gcAssistAlloc: two bytes of scanning for each byte, at least 65,536.
test('a debt of a kilobyte takes 64 KiB of credit, which is 32 KiB of allocation', () => {
  const credit = new AssistCredit({ workPerByte: 2, bytesPerWork: 0.5 });
  const g = owing(1, 1024);
  credit.flush(100_000);
  expect(credit.take(g)).toEqual({ left: 0, stolen: 65_536 });
  expect(g.assistBytes).toBe(32_768 - 1024);
  expect(credit.take(owing(2, 1024))).toEqual({ left: 65_536 - 34_464, stolen: 34_464 });
});

test('a debt larger than that is paid exactly', () => {
  const credit = new AssistCredit({ workPerByte: 2, bytesPerWork: 0.5 });
  const g = owing(1, 100_000);
  credit.flush(300_000);
  expect(credit.take(g)).toEqual({ left: 0, stolen: 200_000 });
  expect(g.assistBytes).toBe(0);
});

// mgcmark.go:gcFlushBgCredit
test('who waits is paid in turn, and whom it does not suffice for goes to the back', () => {
  const credit = new AssistCredit({ workPerByte: 1, bytesPerWork: 1 });
  const [large, small] = [owing(1, 5000), owing(2, 1000)];
  credit.park(large);
  credit.park(small);
  expect(credit.flush(2000)).toEqual([]);
  expect(large.assistBytes).toBe(-3000);
  expect(credit.flush(2000)).toEqual([small]);
  expect(large.assistBytes).toBe(-2000);
  expect(credit.flush(2500)).toEqual([large]);
  expect(credit.bgScanCredit).toBe(500);
});

// mgcmark.go:gcPrepareMarkRoots: 3 fixed ones, data, BSS, 8192/512 of the arena's pages, a stack each.
test('five goroutines make 26 root jobs, the stacks last', () => {
  const jobs = rootJobs(() => [7], Array.from({ length: 5 }, (_, g) => () => [g]));
  expect(jobs).toHaveLength(3 + 2 + 16 + 5);
  expect(jobs.slice(-5).map(({ pointers }) => pointers())).toEqual([[0], [1], [2], [3], [4]]);
  expect(jobs.flatMap(({ kind, bytes }) => (kind === 'globals' ? [bytes] : [])).reduce((a, b) => a + b)).toBe(158_058);
});

test('what is due first happens first, of two at once the one put in first', () => {
  const [agenda, seen]: [Agenda, string[]] = [new Agenda(), []];
  for (const [at, name] of [[5, 'c'], [1, 'a'], [5, 'd'], [3, 'b']] as const) agenda.put(at, () => seen.push(name));
  expect(agenda.next).toBe(1);
  while (agenda.next < Infinity) agenda.fire();
  expect(seen.join('')).toBe('abcd');
});
