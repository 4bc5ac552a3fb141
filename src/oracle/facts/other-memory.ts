import account from '../../../oracle/recordings/account.json' with { type: 'json' };
import inflated from '../../../oracle/recordings/inflated.json' with { type: 'json' };
import region from '../../../oracle/recordings/region.json' with { type: 'json' };
import threads from '../../../oracle/recordings/threads.json' with { type: 'json' };
import type { Quantity } from '../../i18n/quantity.ts';
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { kib, mib, mibOf, type Facts } from './fact.ts';

const newest = '1.27';

/** What everybody counted of a process after `op`. */
export function momentOf(name: string, op: string, release = newest, env = ''): Row<'account@1'>['moments'][number] {
  const row = readRecording('account@1', account).rows.find((each) => each.name === name && releaseOf(each.go) === release && each.env.slice(1).join(' ') === env)!;
  return row.moments.find((moment) => moment.op === op)!;
}

/** The `nth` step of a process whose goroutines waited in calls. */
export function threadStep(name: string, op: string, env = ''): Row<'threads@1'>['steps'][number] {
  const row = readRecording('threads@1', threads).rows.find((each) => each.name === name && releaseOf(each.go) === newest && each.env.slice(1).join(' ') === env)!;
  return row.steps.find((step) => step.op === op)!;
}

/** RSS of the heap given back in pieces. */
export function inflatedRss(op: string, release = newest, env = '', maxPtesNone = 511): number {
  const row = readRecording('inflated@1', inflated).rows.find((each) => releaseOf(each.go) === release && each.env.slice(2).join(' ') === env && each.maxPtesNone === maxPtesNone)!;
  return row.steps.find((step) => step.op === op)!.vmRSSKiB;
}

/** A huge page whose first small page alone stays: what the process has of it, and what its cgroup is charged more than before. */
function split(): { readonly rss: number; readonly charged: number } {
  const { steps } = readRecording('region@1', region).rows[0]!;
  const [before, after] = ['look', 'free:1-511'].map((op) => steps.find((step) => step.op === op)!);
  return { rss: after!.rssKiB, charged: after!.chargedKiB - before!.chargedKiB };
}

const bytes = (value: number): Quantity => ({ value: Math.round(value), unit: 'B' });
const stat = (name: string, op: string, field: string, release = newest): number => momentOf(name, op, release).memStats[field]!;

/** What a hundred threads added, for each. */
const each = (of: (step: Row<'threads@1'>['steps'][number]) => number, name = 'system call'): number => (of(threadStep(name, 'block:100')) - of(threadStep(name, 'start'))) / 100;

/** Memory beside the objects: what the runtime keeps, what C has, threads, huge pages. */
export const otherMemoryFacts: Facts = {
  'buckhash-1.24': () => bytes(stat('hello', 'start', 'BuckHashSys', '1.24')),
  'buckhash-1.27': () => kib(stat('hello', 'start', 'BuckHashSys') / 1024),
  'mspan-hello': () => kib(stat('hello', 'start', 'MSpanSys') / 1024),
  'mspan-goroutines': () => kib(stat('goroutines', 'goroutines', 'MSpanSys') / 1024),
  'gcsys-hello': () => kib(stat('hello', 'start', 'GCSys') / 1024),
  'gcsys-hold': () => kib(stat('hold', 'hold', 'GCSys') / 1024),
  'account-collected-rss': () => mib(momentOf('given back', 'gc').status['VmRSS']!),
  'account-released-rss': () => mib(momentOf('given back', 'free').status['VmRSS']!),
  'account-released-sys': () => mibOf(stat('given back', 'free', 'Sys')),
  'account-released-ready': () => mibOf(stat('given back', 'free', 'Sys') - stat('given back', 'free', 'HeapReleased')),
  'file-rss': () => mib(momentOf('file', 'file').status['VmRSS']!),
  'file-anon': () => kib(momentOf('file', 'file').status['RssAnon']!),
  'file-sys': () => mibOf(stat('file', 'file', 'Sys')),
  'c-rss': () => mib(momentOf('c', 'c').status['VmRSS']!),
  'c-sys': () => mibOf(stat('c', 'c', 'Sys')),
  'c-thread-kernel': () => kib(Math.round((momentOf('threads', 'threads').charged['kernel']! - momentOf('threads', 'start').charged['kernel']!) / 16)),
  'thread-rss': () => kib(Math.round(each(({ vmRSSKiB }) => vmRSSKiB))),
  'thread-stack-inuse': () => kib(Math.round(each(({ stackInuse }) => stackInuse) / 1024)),
  'c-start-rss': () => mib(threadStep('C', 'start').vmRSSKiB),
  'c-in-rss': () => mib(threadStep('C', 'block:100').vmRSSKiB),
  'c-after-rss': () => mib(threadStep('C', 'gc').vmRSSKiB),
  'c-after-virt': () => mib(threadStep('C', 'gc').vmSizeKiB),
  'c-two-virt': () => mib(threadStep('C', 'gc', 'MALLOC_ARENA_MAX=2').vmSizeKiB),
  'c-locked-rss': () => mib(threadStep('C, locked', 'gc').vmRSSKiB),
  'split-rss': () => kib(split().rss),
  'split-charged': () => kib(split().charged),
  'inflated-touched': () => mib(inflatedRss('touch')),
  'inflated-free': () => mib(inflatedRss('free')),
  'inflated-back': () => mib(inflatedRss('khugepaged')),
  'inflated-back-1.20': () => mib(inflatedRss('khugepaged', '1.20')),
  'inflated-none': () => mib(inflatedRss('khugepaged', newest, '', 0)),
  'inflated-disabled': () => mib(inflatedRss('khugepaged', newest, 'GODEBUG=disablethp=1')),
};
