import depth from '../../../oracle/recordings/versions/depth.json' with { type: 'json' };
import goroutines from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import starting from '../../../oracle/recordings/versions/starting.json' with { type: 'json' };
import stacks from '../../../oracle/recordings/versions/stacks.json' with { type: 'json' };
import type { Quantity } from '../../i18n/quantity.ts';
import { mib, mibOf, type Facts } from './fact.ts';

type Stage = (typeof goroutines.rows)[number]['stages'][number];

/** A moment of 100,000 goroutines with Go 1.27. */
const stage = (op: string): Stage => goroutines.rows.at(-1)!.stages.find((each) => each.op === op)!;

/** Millions of bytes more than at the start. */
const more = (op: string, name: 'stackInuse' | 'heapAlloc'): Quantity => ({ value: Math.round((stage(op)[name] - stage('start')[name]) / 100_000) / 10, unit: 'MB' });

/** One goroutine that calls itself, 10,000 times with each of two frames, Go 1.27. */
const { start, medium, large, shrinks } = depth.rows.at(-1)!.result;

/** How programs of Go 1.27 died of a stack: under Go's own limit, and under 100,000,000 bytes. */
const death = (limit: number): (typeof stacks.rows)[number]['deaths'][number] => stacks.rows.at(-1)!.deaths.find((each) => each.limit === limit)!;

/** Bytes of the first stack of a goroutine beside 1,024 deep ones, after a collection, Go 1.27. */
const first = (g: 'reused' | 'fresh'): Quantity => ({ value: starting.rows.at(-1)!.result[g], unit: 'B' });

/** Stacks: how large, how deep, and what goroutines cost. */
export const stackFacts: Facts = {
  'goroutines-stacks': () => more('waiting', 'stackInuse'),
  'goroutines-heap': () => more('waiting', 'heapAlloc'),
  'goroutines-rss': () => mib(stage('waiting').vmRSSKiB),
  'goroutines-rss-ended': () => mib(stage('ended').vmRSSKiB),
  'goroutines-rss-collected': () => mib(stage('gc').vmRSSKiB),
  'goroutines-rss-freed': () => mib(stage('free').vmRSSKiB),
  'goroutines-heap-freed': () => more('free', 'heapAlloc'),
  'depth-medium': () => mibOf(medium - start),
  'depth-large': () => mibOf(large - start),
  'depth-halved': () => mibOf(shrinks[0]! - start),
  'starting-reused': () => first('reused'),
  'starting-fresh': () => first('fresh'),
  'overflow-size': () => mibOf(death(0).size),
  'overflow-lowered': () => mibOf(death(100_000_000).size),
};
