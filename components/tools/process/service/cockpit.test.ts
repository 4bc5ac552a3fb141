import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import cockpit from '../../../../src/demos/pacer-cockpit/demo.ts';
import { readLink } from '../../../../src/demos/link.ts';
import { readCounters } from '../../../../src/engine/memory/counters/read-counters.ts';
import { cockpitQuery, cockpitSaid, rateOf } from './cockpit.ts';
import { accountReading, serviceReading } from './digest.ts';
import en from './en.ts';
import zh from './zh.ts';

const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [Record<'earlier' | 'scrape' | 'profile' | 'prefixed', string>] };
const mib = 2 ** 20;

const inputsOf = (text: string) => accountReading(readCounters(text), {}).pacer!;
const linesOf = (query: URLSearchParams): readonly string[] => query.get('program')!.split('\n').map((line) => line.replace(/ *#.*/, ''));

test('the recorded service: live heap, Sys − HeapSys, RSS − (Sys − HeapReleased) and the limit of its cgroup, as the lines of the figure', () => {
  const query = cockpitQuery(inputsOf(served.scrape + served.prefixed), 40 * mib);
  expect(linesOf(query)).toEqual(['GOMAXPROCS 2', 'busy 2', 'pointers 50%', 'marks 1000 MiB/s', 'stacks 5.8 MiB', 'outside 31.4 MiB', 'container 512 MiB', 'keep 13.1 MiB', 'run 10 s']);
  expect(query.get('o.rate')).toBe('40');
});

test('of a large and slow service the run is long enough to fill the heap', () => {
  const scrape = 'go_gc_heap_live_bytes 1.073741824e+09\n';
  const query = cockpitQuery(inputsOf(`${scrape}go_memstats_sys_bytes 1.2e+09\n`), 20 * mib);
  expect(linesOf(query)).toEqual(['GOMAXPROCS 4', 'busy 2', 'pointers 50%', 'marks 1000 MiB/s', 'stacks 16 MiB', 'outside 16 MiB', 'keep 1024 MiB', 'run 256 s']);
});

test.each([
  ['', { rate: 100, gogc: 100, limit: 1088 }],
  ['go_gc_gogc_percent 1.8446744073709552e+19\ngo_gc_gomemlimit_bytes 4.194304e+08\n', { rate: 100, gogc: 410, limit: 400 }],
  ['go_gc_gogc_percent 800\ngo_gc_gomemlimit_bytes 8.589934592e+09\n', { rate: 100, gogc: 400, limit: 1088 }],
  ['go_gc_gogc_percent 5\ngo_gc_gomemlimit_bytes 1048576\n', { rate: 100, gogc: 10, limit: 64 }],
])('settings are taken as far as the controls go: %j', (text, options) => {
  const { input, refused } = readLink(cockpit, cockpitQuery(inputsOf(`go_gc_heap_live_bytes 1e+08\ngo_memstats_sys_bytes 2e+08\n${text}`), undefined));
  expect([input.preset, input.options, refused]).toEqual(['mine', options, []]);
});

test('whatever numbers a text tells, the figure takes the link and its program runs', () => {
  for (const value of ['0', '1', '1e+08', '1e+18', '-5', 'NaN', '+Inf']) {
    const text = ['go_gc_heap_live_bytes', 'go_memstats_sys_bytes', 'go_memstats_heap_sys_bytes', 'process_resident_memory_bytes', 'go_sched_gomaxprocs_threads', 'go_gc_gogc_percent', 'go_gc_gomemlimit_bytes'].map((name) => `${name} ${value}\n`).join('');
    const { pacer } = accountReading(readCounters(`${text}go_memstats_alloc_bytes 5e+07\n`), {});
    const { input, refused } = readLink(cockpit, cockpitQuery(pacer!, rateOf([{ target: '', lines: [1, 2], grown: { TotalAlloc: Number(value) }, seconds: 1, restarted: false }], 0)));
    expect(refused).toEqual([]);
    expect(() => cockpit.open(input)).not.toThrow();
  }
});

test('two scrapes give a rate once the seconds are known; two processes give none', () => {
  const { betweens } = serviceReading(readCounters(served.earlier + served.scrape), {}, undefined);
  expect(rateOf(betweens.items, 0)).toBeUndefined();
  expect(rateOf(betweens.items, 10)! / mib).toBeCloseTo(10.03, 2);
  expect(rateOf([...betweens.items, { ...betweens.items[0]!, target: 'another' }], 10)).toBeUndefined();
});

test('a total over time is a rate, where a sample carries its time', () => {
  const stamped = (text: string) => inputsOf(`go_memstats_alloc_bytes_total 3.145728e+09 1700000030000\n${text}go_memstats_heap_alloc_bytes 5e+07\n`);
  expect(stamped('process_start_time_seconds 1.7e+09\n').rate! / mib).toBeCloseTo(100, 6);
  expect(stamped('').rate).toBeUndefined();
});

test.each([['en', en], ['zh', zh]] as const)('each number is said to be of the text or of the example, in %s', (_, words) => {
  const said = cockpitSaid(inputsOf(served.scrape + served.prefixed), 3 * mib, words);
  expect([said.takes.length, said.leaves.length]).toEqual([8, 3]);
  expect(said.takes.join().replaceAll('\u00a0', ' ')).toMatch(/13 MiB.*5\.8 MiB.*31 MiB.*512 MiB.*3 MiB.*10 MiB.*GOMAXPROCS 2.*GOGC 100.*off/);
  const heapOnly = cockpitSaid(inputsOf('# runtime.MemStats\n# HeapAlloc = 104857600\n'), undefined, words);
  expect([heapOnly.takes.length, heapOnly.leaves.length]).toEqual([1, 9]);
  expect(heapOnly.takes[0]).toContain('HeapAlloc');
});

test('without the size of the heap there is nothing to try', () => {
  expect(accountReading(readCounters(served.prefixed), {}).pacer).toBeUndefined();
});
