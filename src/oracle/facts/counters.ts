import counters from '../../../oracle/recordings/counters.json' with { type: 'json' };
import idle from '../../../oracle/recordings/idle.json' with { type: 'json' };
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { mib, mibOf, type Facts } from './fact.ts';

type Step = Row<'counters@1'>['steps'][number];

/** The programs of counters.json, in its order. */
const programs = { released: 0, lazily: 1, garbage: 2 } as const;

/** The `nth` time a program did `op`. */
function step(program: keyof typeof programs, op: string, nth = 0): Step {
  const { steps } = readRecording('counters@1', counters).rows[programs[program]]!;
  return steps.filter((each) => each.op === op)[nth]!;
}

/** The lowest RSS, in KiB, that any run of a release had `seconds` after its last collection. */
function idleRss(release: string, collections: string, seconds: number): number {
  const runs = readRecording('idle@1', idle).rows.filter(({ go, then }) => releaseOf(go) === release && then === collections);
  return Math.min(...runs.map(({ samples }) => samples.find((sample) => sample.seconds >= seconds)!.vmRSSKiB));
}

/** The runtime's own counters beside the kernel's. */
export const counterFacts: Facts = {
  'start-sys': () => mibOf(step('released', 'start').sys),
  'start-virt': () => mib(step('released', 'start').vmSizeKiB),
  'collected-alloc': () => mibOf(step('released', 'gc').heapAlloc),
  'collected-rss': () => mib(step('released', 'gc').vmRSSKiB),
  'dontneed-rss': () => mib(step('released', 'free').vmRSSKiB),
  'free-rss': () => mib(step('lazily', 'free').vmRSSKiB),
  'free-lazy': () => mib(step('lazily', 'free').lazyFreeKiB),
  'garbage-live': () => mibOf(step('garbage', 'gc', 1).heapAlloc),
  'garbage-peak': () => mibOf(step('garbage', 'garbage:80').heapAlloc),
  'garbage-rss': () => mib(step('garbage', 'gc', 1).vmRSSKiB),
  'idle-1.19': () => mib(idleRss('1.19', 'gc', 0)),
  'idle-1.27': () => mib(idleRss('1.27', 'gc', 100)),
  'idle-1.27-later': () => mib(idleRss('1.27', 'gc', 300)),
  'idle-1.27-twice': () => mib(idleRss('1.27', 'gc gc', 25)),
};
