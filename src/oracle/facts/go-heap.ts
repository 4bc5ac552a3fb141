import blackbox from '../../../oracle/recordings/versions/blackbox.json' with { type: 'json' };
import constants from '../../../oracle/recordings/constants.json' with { type: 'json' };
import growing from '../../../oracle/recordings/growing.json' with { type: 'json' };
import growth from '../../../oracle/recordings/growth.json' with { type: 'json' };
import reused from '../../../oracle/recordings/reused.json' with { type: 'json' };
import sizeClasses from '../../../oracle/recordings/size-classes.json' with { type: 'json' };
import specials from '../../../oracle/recordings/specials.json' with { type: 'json' };
import type { Quantity } from '../../i18n/quantity.ts';
import { releaseOf } from '../processes.ts';
import { readRecording, type Row } from '../recording.ts';
import { compared, workloads } from '../workload.ts';
import { counted, mib, mibOf, type Facts } from './fact.ts';

const bytes = (value: number): Quantity => ({ value, unit: 'B' });

const constant = (name: string): number => readRecording('constant@1', constants).rows.find((row) => row.name === name)!.value;

/** Bytes to which one byte of pointer bits belongs: eight words. */
const bitsOfWords = 64;

/** The class whose slots have `size` bytes. */
const classOf = (size: number): Row<'size-class@1'> => readRecording('size-class@1', sizeClasses).rows.find((row) => row.size === size)!;

/** What one release's allocator showed from outside. */
const outside = (release: string) => readRecording('blackbox@1', blackbox).rows.find(({ go }) => releaseOf(go) === release)!.result;

/** The heap of the pinned Go while it holds 40 MiB. */
const holding = () => readRecording('growth@1', growth).rows.find(({ go }) => releaseOf(go) === '1.27')!.stages.find((stage) => stage.mib === 40)!;

/** The cgroup when memory that was given back is written again. */
const writtenAgain = (advice: string) => readRecording('reused@1', reused).rows.find(({ env }) => env.includes(`GODEBUG=${advice}`))!.steps.at(-1)!;

/** Objects the program of specials.json makes. */
const specialObjects = 1_000_000;

const special = (kind: string, op: string) => readRecording('specials@1', specials).rows.find((row) => row.with === kind)!.stages.find((stage) => stage.op === op)!;

/** What one object costs more with a finalizer or a cleanup, in whole bytes of one of the counters. */
const extra = (kind: string, counter: 'heapAlloc' | 'otherSys' | 'heapObjects'): number =>
  Math.round((special(kind, 'made')[counter] - special('nothing', 'made')[counter]) / specialObjects);

const grown = (op: string): Row<'growing@1'> => readRecording('growing@1', growing).rows.find((row) => row.op === op)!;

/** What Go's own heap is made of, costs, and was compared with. */
export const goHeapFacts: Facts = {
  'size-classes': () => counted(constant('numSizeClasses')),
  'small-classes': () => counted(constant('numSizeClasses') - 1),
  'largest-small': () => bytes(constant('maxSmallObject')),
  'tiny-block': () => bytes(constant('maxTinySize')),
  'header-from': () => bytes(constant('minSizeForMallocHeader')),
  'header': () => bytes(constant('mallocHeaderSize')),
  'pointer-bits': () => bytes(constant('pageSize') / bitsOfWords),
  'mspan-bytes': () => bytes(constant('mspan')),
  'mcache-bytes': () => bytes(constant('mcache')),
  'stack-guard': () => bytes(constant('stackGuard')),
  'slots-24': () => counted(classOf(24).nelemsNoscan!),
  'slots-24-pointers': () => counted(classOf(24).nelemsPointers!),
  'slots-24-before': () => counted(outside('1.25').perPage['noscan 24']!),
  'pointers-1024-before': () => bytes(outside('1.21').charged['pointers 1024']!),
  'holding-heap-sys': () => mibOf(holding().heapSys),
  'holding-mapped': () => mib(holding().heapRwKiB),
  'again-usage': () => mib(writtenAgain('madvdontneed=0').usage),
  'again-free': () => mib(writtenAgain('madvdontneed=0').workingSet),
  'again-dontneed': () => mib(writtenAgain('madvdontneed=1').workingSet),
  'special-bytes': () => bytes(extra('finalizer', 'otherSys')),
  'specials-left': () => mibOf(special('finalizer', 'again').otherSys),
  'cleanup-objects': () => counted(extra('cleanup', 'heapObjects')),
  'cleanup-heap': () => bytes(extra('cleanup', 'heapAlloc')),
  'grown-sys': () => mibOf(grown('first 100').heapSys),
  'grown-released': () => mibOf(grown('first 100').heapReleased),
  'grown-again-sys': () => mibOf(grown('second 100').heapSys),
  'compared-runs': () => counted(compared.seeds * Object.keys(workloads).length),
  'compared-operations': () => counted(compared.operations),
};
