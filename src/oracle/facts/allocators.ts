import { chunkSizeFor } from '../../engine/allocators/ptmalloc/chunk.ts';
import type { Policy } from '../../engine/allocators/free-list/fit.ts';
import { bare } from '../../engine/allocators/free-list/blocks.ts';
import { FreeList } from '../../engine/allocators/free-list/free-list.ts';
import { steadyState, type SteadyState } from '../../engine/allocators/steady-state.ts';
import fragment from '../../../oracle/recordings/fragment.json' with { type: 'json' };
import maps from '../../../oracle/recordings/maps.json' with { type: 'json' };
import price from '../../../oracle/recordings/price.json' with { type: 'json' };
import turns from '../../../oracle/recordings/turns.json' with { type: 'json' };
import type { Quantity } from '../../i18n/quantity.ts';
import { usableSizes } from '../malloc.ts';
import { readRecording, type Row } from '../recording.ts';
import { traffic } from '../traffic.ts';
import { utilised } from '../utilised.ts';
import { counted, mib, mibOf, type Facts } from './fact.ts';

const bytes = (value: number): Quantity => ({ value, unit: 'B' });
const mappings = (value: number): Quantity => ({ value, unit: 'mappings' });
const ns = (value: number): Quantity => ({ value, unit: 'ns' });

/** Of linux/amd64, and of c/price.c. */
const [pageBytes, objectBytes] = [4096, 32];
/** Of c/turns.c. */
const [blocksInTurn, blockBytes] = [20_000, 1000];

/** A chunk of glibc begins with a header of one word. */
const glibcHeader = 8;
/** What a library lets a program write when it asked for `request` bytes. */
const usable = (library: string, request: number): Quantity => bytes(usableSizes(library)[request]!);

const percent = (value: number): Quantity => ({ value: Number(value.toFixed(1)), unit: 'percent' });

/** A heap that the two policies which never return to its start would otherwise leave behind. */
const bound = 60_000;

const settled = new Map<Policy, SteadyState>();

/** What random frees make of a heap in the long run, sizes 1 to 100, no headers. */
function steady(policy: Policy): SteadyState {
  const heap = policy === 'next' || policy === 'worst' ? { heap: bound } : {};
  const found = settled.get(policy) ?? steadyState(new FreeList({ policy, geometry: bare, growth: 1, ...heap }), (chance) => 1 + chance.int(100));
  settled.set(policy, found);
  return found;
}

const holes = (policy: Policy): Quantity => counted(Number(steady(policy).holes.toFixed(2)));
const splits = (policy: Policy): Quantity => percent(Math.round(100 * steady(policy).splits));

/** To two figures: a time, and what is made of times, holds no more. */
const roughly = (value: number): number => Number(value.toPrecision(2));

const afterMaps = (op: string): Row<'maps@1'> => readRecording('maps@1', maps).rows.find((row) => row.op === op)!;

const priceOf = (library: string, op: string): Row<'price@1'> =>
  readRecording('price@1', price).rows.find((row) => row.library === library && row.op === op)!;

/** How many mallocs of glibc, each with its free, pass in the time of one other operation. */
const mallocsPer = (op: string): number => roughly(priceOf('glibc', op).ns / priceOf('glibc', 'malloc').ns);

/** RSS in KiB after a stage of the threads that work in turn. */
function turned(library: string, op: string, env = ''): number {
  const row = readRecording('turns@1', turns).rows.find((each) => each.library === library && each.env.join(' ') === env)!;
  return row.stages.find((stage) => stage.op === op)!.vmRSSKiB;
}

const thinned = (op: string): Row<'fragment@1'> => readRecording('fragment@1', fragment).rows.find((row) => row.op === op)!;

/** What allocators cost and keep. */
export const allocatorFacts: Facts = {
  'maps-made': () => counted(afterMaps('mmap').calls),
  'maps-lines': () => mappings(afterMaps('mmap').mappings),
  'maps-rss': () => mib(afterMaps('mmap').vmRSSKiB),
  'maps-refused': () => counted(afterMaps('munmap').calls),
  'maps-most': () => mappings(afterMaps('munmap').mappings),
  'objects-per-page': () => counted(pageBytes / objectBytes),
  'price-bump': () => counted(priceOf('glibc', 'bump').instructions!),
  'price-malloc': () => counted(priceOf('glibc', 'malloc').instructions!),
  'price-malloc-ns': () => ns(priceOf('glibc', 'malloc').ns),
  'price-new-ns': () => ns(priceOf('go', 'new').ns),
  'price-call-ns': () => ns(roughly(priceOf('glibc', 'getppid').ns)),
  'mallocs-per-call': () => counted(mallocsPer('getppid')),
  'mallocs-per-page': () => counted(mallocsPer('mmap')),
  'cc1-mallocs': () => counted(traffic('cc1').mallocs),
  'cc1-sizes': () => counted(traffic('cc1').sizes),
  'cc1-calls': () => counted(traffic('cc1').systemCalls),
  'perl-mallocs': () => counted(traffic('perl').mallocs),
  'perl-calls': () => counted(traffic('perl').systemCalls),
  'perl-median': () => bytes(traffic('perl').median),
  'turns-alive': () => mibOf(blocksInTurn * blockBytes),
  'turns-glibc': () => mib(turned('glibc', 'turns')),
  'turns-glibc-trim': () => mib(turned('glibc', 'trim')),
  'turns-glibc-one': () => mib(turned('glibc', 'turns', 'MALLOC_ARENA_MAX=1')),
  'turns-glibc-two': () => mib(turned('glibc', 'turns', 'MALLOC_ARENA_MAX=2')),
  'turns-tcmalloc': () => mib(turned('tcmalloc', 'later')),
  'turns-jemalloc': () => mib(turned('jemalloc', 'later')),
  'turns-jemalloc-thread': () => mib(turned('jemalloc', 'later', 'MALLOC_CONF=background_thread:true')),
  'turns-mimalloc': () => mib(turned('mimalloc', 'later')),
  'usable-25-glibc': () => bytes(chunkSizeFor(25) - glibcHeader),
  'usable-25-jemalloc': () => usable('jemalloc', 25),
  'perl-first': () => percent(utilised('first-fit', 'perl')),
  'perl-best': () => percent(utilised('best-fit', 'perl')),
  'cc1-first': () => percent(utilised('first-fit', 'cc1')),
  'cc1-worst': () => percent(utilised('worst-fit', 'cc1')),
  'cc1-buddy': () => percent(utilised('buddy', 'cc1')),
  'ls-buddy': () => percent(utilised('buddy', 'ls')),
  'holes-first': () => holes('first'),
  'holes-best': () => holes('best'),
  'holes-next': () => holes('next'),
  'holes-worst': () => holes('worst'),
  'splits-first': () => splits('first'),
  'splits-best': () => splits('best'),
  'splits-next': () => splits('next'),
  'thinned-alloc': () => mibOf(thinned('thinned').heapAlloc),
  'thinned-inuse': () => mibOf(thinned('thinned').heapInuse),
  'refilled-inuse': () => mibOf(thinned('same size').heapInuse),
  'other-inuse': () => mibOf(thinned('other size').heapInuse),
  'other-alloc': () => mibOf(thinned('other size').heapAlloc),
};
