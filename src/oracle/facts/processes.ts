import { isReady, isReserved, type Mapping } from '../../engine/memory/mapping.ts';
import { readRollup } from '../../engine/memory/read-rollup.ts';
import { recordedProcess, releases, type ProcessName } from '../processes.ts';
import { counted, kib, mib, type Facts } from './fact.ts';

const newest = releases.at(-1)!;

/** Field `key` of a process's /proc/PID/status, in KiB. */
const status = (name: ProcessName, key: 'VmSize' | 'VmRSS' | 'VmStk' | 'VmPTE'): number => recordedProcess(name).status[key] ?? 0;

/** The proportional set size of a process, in KiB. */
const pss = (name: ProcessName): number => readRollup(recordedProcess(name).recording.rows[0]!.smapsRollup).pssKiB!;

const sum = (mappings: readonly Mapping[]): number => mappings.reduce((size, { sizeKiB }) => size + sizeKiB, 0);

/** The mapping in which address `printed[key]` lies, and the one above it. */
function around(name: ProcessName, key: string): readonly [Mapping, Mapping] {
  const { mappings, printed } = recordedProcess(name);
  const at = mappings.findIndex(({ start, end }) => start <= Number(printed[key]) && Number(printed[key]) < end);
  return [mappings[at]!, mappings[at + 1]!];
}

/** The nameless mapping that follows the program's own last segment: its .bss. */
function bss(): Mapping {
  const { mappings } = recordedProcess(newest);
  return mappings[mappings.findIndex(({ perms, name }) => perms === 'rw-p' && name !== '') + 1]!;
}

/** The three pieces of the first arena: left out below, mapped, reserved above. */
function firstArena(): readonly Mapping[] {
  const { mappings } = recordedProcess(newest);
  const ready = mappings.findIndex((mapping, i) => i > 0 && isReady(mapping) && isReserved(mappings[i - 1]!));
  return mappings.slice(ready - 1, ready + 2);
}

/** glibc's arenas for threads: 132 KiB writable below a reservation that ends at a multiple of 64 MiB. */
const arenas = (name: ProcessName): number =>
  recordedProcess(name).mappings.filter((mapping, i, all) => isReserved(mapping) && mapping.end % 2 ** 26 === 0 && all[i - 1]?.sizeKiB === 132).length;

/** What a process's map and status say. */
export const processFacts: Facts = {
  ...Object.fromEntries(releases.map((release) => [`virt-${release}`, () => kib(status(release, 'VmSize'))])),
  'virt-hello': () => mib(status(newest, 'VmSize')),
  'rss-hello': () => kib(status(newest, 'VmRSS')),
  'lines-hello': () => counted(recordedProcess(newest).mappings.length),
  'reserved-hello': () => kib(sum(recordedProcess(newest).mappings.filter(isReserved))),
  'page-tables-hello': () => kib(status(newest, 'VmPTE')),
  'bss-hello': () => kib(bss().sizeKiB),
  'arena': () => mib(sum(firstArena())),
  'first-step': () => mib(firstArena()[1]!.sizeKiB),
  'arena-skipped': () => kib(firstArena()[0]!.sizeKiB),
  'arena-mapped': () => kib(firstArena()[1]!.sizeKiB),
  'arena-rest': () => kib(firstArena()[2]!.sizeKiB),
  'pss-hello': () => kib(pss(newest)),
  'pss-c': () => kib(pss('c')),
  'virt-c': () => kib(status('c', 'VmSize')),
  'rss-c': () => kib(status('c', 'VmRSS')),
  'first-brk': () => kib((Number(recordedProcess('c').printed['breakAfter']) - Number(recordedProcess('c').printed['breakBefore'])) / 1024),
  'large-malloc': () => kib(status('c-large', 'VmSize') - status('c', 'VmSize')),
  'large-line': () => kib(around('c-large', 'pointer')[0].sizeKiB),
  'virt-thread': () => kib(status('c-thread', 'VmSize')),
  'glibc-arena-ready': () => kib(around('c-thread', 'threadPointer')[0].sizeKiB),
  'glibc-arena-rest': () => kib(around('c-thread', 'threadPointer')[1].sizeKiB),
  'glibc-arena': () => mib(sum(around('c-thread', 'threadPointer'))),
  'thread-stack': () => mib(around('c-thread', 'threadStack')[0].sizeKiB),
  'virt-cgo': () => kib(status('cgo', 'VmSize')),
  'arenas-cgo': () => counted(arenas('cgo')),
  'stack': () => kib(status(newest, 'VmStk')),
};
