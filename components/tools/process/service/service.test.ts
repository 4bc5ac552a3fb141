import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingKinds } from '../../../../src/engine/memory/counters/findings.ts';
import { readCounters } from '../../../../src/engine/memory/counters/read-counters.ts';
import { accountReading, serviceReading } from './digest.ts';
import en from './en.ts';
import { accountHeadline, findingText, lay, segmentSaid } from './told.ts';
import zh from './zh.ts';

type Text = 'earlier' | 'scrape' | 'profile' | 'prefixed';
const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [Record<Text, string>] };

test.each([['en', en], ['zh', zh]] as const)('every finding is told whole in %s, with all of its numbers', (_, words) => {
  const args = { live: 3 << 20, goal: 7 << 20, goroutines: 208, each: 4096, inactive: 5 << 20, active: 9 << 20, working: 11 << 20, usage: 13 << 20, limit: 17 << 20, room: 19 << 20, unseen: 23 << 20, goLimit: 29 << 20, times: 2 };
  for (const kind of findingKinds) {
    for (const given of [args, {}]) {
      const { title, means, tries } = findingText({ kind, bytes: 31 << 20, args: given }, words);
      expect([title, means, ...tries].join(' ')).not.toMatch(/undefined|NaN|\{/);
      expect(tries.length).toBeGreaterThan(0);
    }
  }
  expect(findingText({ kind: 'garbage', bytes: 31 << 20, args }, words).means).toMatch(/3\sMiB.*7\sMiB/);
});

test.each([
  ['what a profile tells', 'profile', 'Go counts 35 MiB', 'Go 计数 35 MiB'],
  ['what Prometheus tells', 'scrape', 'RSS is 65 MiB; at least 31 MiB of it are in no Go counter', 'RSS 是 65 MiB，其中至少 31 MiB 是 Go 的任何计数器都看不见的'],
  ['what a cgroup tells', 'prefixed', 'The cgroup is charged 120 MiB', 'cgroup 记账 120 MiB'],
] as const)('%s, in one line', (_, text, english, chinese) => {
  const account = accountReading(readCounters(served[text]), {});
  expect([en, zh].map((words) => accountHeadline(account, words).title.replaceAll('\u00a0', ' '))).toEqual([english, chinese]);
});

test('of RSS without smaps an account says what is at least unseen; below what Go counts, nothing', () => {
  const account = accountReading(readCounters(served.scrape), {});
  const unseen = account.findings.find(({ kind }) => kind === 'unseenOnly')!;
  expect([en, zh].map((words) => findingText(unseen, words).title.replaceAll('\u00a0', ' '))).toEqual(['In no Go counter: at least 31 MiB', 'Go 的计数器看不见的：至少 31 MiB']);
  expect(segmentSaid(account.bar.find(({ piece }) => piece === 'unseen')!).replaceAll('\u00a0', ' ')).toBe('≥ 31 MiB');
  const small = accountReading(readCounters(served.scrape.replace(/^(process_resident_memory_bytes.*) .*$/m, '$1 1.048576e+07')), {});
  expect(accountHeadline(small, en).title.replaceAll('\u00a0', ' ')).toBe('RSS is 10 MiB; Go counts 34 MiB, in memory or not');
  expect(small.bar.map(({ piece }) => piece)).not.toContain('unseen');
});

test('numbers of which none is about memory say so', () => {
  const { title, paragraphs } = accountHeadline(accountReading(readCounters('promhttp_metric_handler_requests_total{code="200"} 5'), {}), en);
  expect([title, paragraphs.length]).toEqual(['No number of memory in this text', 1]);
});

test('a reading leaves the Worker whole, with what was skipped', () => {
  const reading = serviceReading(readCounters(`${served.earlier}${served.scrape}go_goroutines x\n`), {}, undefined);
  expect(structuredClone(reading)).toEqual(reading);
  expect(reading.readings.items.map(({ source }) => source)).toEqual(['prometheus', 'prometheus']);
  expect([reading.allSkipped, reading.skipped[0]!.code, reading.betweens.all]).toEqual([1, 'no-number', 1]);
});

test('segments lie end to end and fill the bar', () => {
  const { bar } = accountReading(readCounters(`${served.scrape}${served.prefixed}`), {});
  const laid = lay(bar, bar.reduce((sum, { bytes }) => sum + bytes.most, 0));
  laid.reduce((end, { from, width }) => { expect(from).toBeCloseTo(end, 9); return from + width; }, 0);
  expect(laid.at(-1)!.from + laid.at(-1)!.width).toBeCloseTo(100, 9);
  expect(bar.map(segmentSaid).every((text) => /\d.*iB$/.test(text))).toBe(true);
});
