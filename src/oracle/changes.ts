/** What changed between Go versions, from the recordings alone: each version as facets, neighbours compared. */
import type { Recording, Row } from './recording.ts';

/** What is looked at; `changed/subjects.ts` has words for each. */
export type Subject =
  | 'startup' | 'VIRT' | 'heap base' | 'heap mapping' | 'heapArena'
  | 'size class' | 'rounding without pointers' | 'rounding with pointers' | 'append' | 'bytes charged' | 'objects in a page'
  | 'heap goal' | 'gctrace' | 'stack' | 'first stack' | 'goroutine' | 'escape' | 'huge pages';

/** One measured trait of one version. Numbers differ only beyond `within`, a share of the former value. */
export interface Facet { readonly subject: Subject; readonly name: string; readonly value: string | number; readonly within: number }

/** A trait that a version has otherwise than the one before; null where it had or has none. */
export interface Change {
  readonly since: string;
  readonly subject: Subject;
  readonly name: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** The recordings that are compared, each with rows by version. */
export interface Recordings {
  readonly startup: Recording<'startup@1'>;
  readonly growth: Recording<'growth@1'>;
  readonly blackbox: Recording<'blackbox@1'>;
  readonly depth: Recording<'depth@1'>;
  readonly starting: Recording<'starting@1'>;
  readonly goroutines: Recording<'goroutines@1'>;
  readonly escapes: Recording<'escapes@1'>;
  readonly gctrace: Recording<'gctrace@1'>;
  readonly inflated: Recording<'inflated@1'>;
}

type Versions = Map<string, Facet[]>;

/** `go1.26.11` → `1.26`. */
const minor = (go: string): string => /^go(\d+\.\d+)/.exec(go)?.[1] ?? go;

const exact = (subject: Subject, name: string, value: string | number): Facet => ({ subject, name, value, within: 0 });
const about = (subject: Subject, name: string, value: number): Facet => ({ subject, name, value, within: 0.01 });

/** All changes, oldest first. */
export function changes(recordings: Recordings): Change[] {
  const versions = facets(recordings);
  const names = [...versions.keys()];
  return names.slice(1).flatMap((since, i) => compared(since, versions.get(names[i]!)!, versions.get(since)!));
}

/** The facets of each version, in the order the recordings have them. */
export function facets(recordings: Recordings): Versions {
  const versions: Versions = new Map();
  const add = (go: string, found: readonly Facet[]): void => {
    versions.set(minor(go), [...versions.get(minor(go)) ?? [], ...found]);
  };
  for (const row of recordings.startup.rows) add(row.go, ofStartup(row));
  for (const row of recordings.growth.rows) add(row.go, ofGrowth(row));
  for (const row of recordings.blackbox.rows) add(row.go, ofBlackbox(row));
  for (const row of recordings.depth.rows) add(row.go, ofDepth(row));
  for (const row of recordings.starting.rows) add(row.go, Object.entries(row.result).map(([name, bytes]) => exact('first stack', name, bytes)));
  for (const row of recordings.goroutines.rows) add(row.go, ofGoroutines(row));
  for (const row of recordings.escapes.rows) add(row.go, ofEscapes(row));
  for (const row of recordings.gctrace.rows) add(row.go, ofGctrace(row));
  for (const row of recordings.inflated.rows.filter(isPlain)) add(row.go, ofInflated(row));
  return versions;
}

function compared(since: string, before: readonly Facet[], after: readonly Facet[]): Change[] {
  const key = ({ subject, name }: Facet): string => `${subject}\0${name}`;
  const [old, now] = [before, after].map((list) => new Map(list.map((facet) => [key(facet), facet])));
  const all = [...new Set([...now!.keys(), ...old!.keys()])];
  return all.flatMap((name) => {
    const [from, to] = [old!.get(name), now!.get(name)];
    const { subject, name: trait } = (to ?? from)!;
    return same(from, to) ? [] : [{ since, subject, name: trait, from: from?.value ?? null, to: to?.value ?? null }];
  });
}

function same(from: Facet | undefined, to: Facet | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  if (typeof from.value === 'number' && typeof to.value === 'number') return Math.abs(to.value - from.value) <= from.within * from.value;
  return from.value === to.value;
}

/** The mappings a program starts with: those of one size and kind by their number. */
function ofStartup({ heapArenaBytes, calls }: Row<'startup@1'>): Facet[] {
  const counts = new Map<string, number>();
  for (const { call, bytes, how } of calls) {
    const name = [call, bytes, how].join(' ').trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [exact('heapArena', 'bytes', heapArenaBytes), ...[...counts].map(([name, n]) => exact('startup', name, n))];
}

function ofGrowth({ stages, naturalStart }: Row<'growth@1'>): Facet[] {
  const [first] = stages;
  return [
    about('VIRT', 'KiB with 1 MiB held', first?.vmSizeKiB ?? 0),
    exact('heap base', 'first mapping', naturalStart === '0xc000000000' ? naturalStart : 'random'),
    ...stages.map(({ mib, heapRwKiB }) => exact('heap mapping', `KiB with ${mib} MiB held`, heapRwKiB)),
  ];
}

function ofBlackbox({ result }: Row<'blackbox@1'>): Facet[] {
  const byName = (subject: Subject, values: Readonly<Record<string, number>>): Facet[] => Object.entries(values).map(([name, value]) => exact(subject, name, value));
  return [
    ...result.classes.map((size) => exact('size class', `${size}`, 'listed')),
    ...result.roundedNoscan.map(([from, to]) => exact('rounding without pointers', `from ${from}`, to)),
    ...result.roundedPointers.map(([from, to]) => exact('rounding with pointers', `from ${from}`, to)),
    exact('append', 'int64', result.appendInt64.join(' ')),
    exact('append', 'byte', result.appendByte.join(' ')),
    exact('append', 'int64 that stays local', result.appendLocal.join(' ')),
    ...byName('bytes charged', result.charged),
    ...byName('objects in a page', result.perPage),
    ...Object.entries(result.nextGC).map(([name, value]) => about('heap goal', name, value)),
  ];
}

function ofDepth({ result }: Row<'depth@1'>): Facet[] {
  return [
    about('stack', 'bytes at 10,000 medium frames', result.medium),
    about('stack', 'bytes at 10,000 large frames', result.large),
    about('stack', 'bytes after one collection', result.shrinks[0] ?? 0),
    exact('stack', 'sizes while growing', result.steps.join(' ')),
  ];
}

function ofGoroutines({ stages }: Row<'goroutines@1'>): Facet[] {
  const each = (op: string, field: 'stackInuse' | 'heapAlloc'): number => Math.round((stages.find((stage) => stage.op === op)?.[field] ?? 0) / 100_000);
  return [
    about('goroutine', 'bytes of stack, waiting', each('waiting', 'stackInuse')),
    about('goroutine', 'bytes of heap, waiting', each('waiting', 'heapAlloc')),
    about('goroutine', 'bytes of heap, dead and collected', each('free', 'heapAlloc')),
  ];
}

function ofEscapes({ says }: Row<'escapes@1'>): Facet[] {
  return Object.entries(says).map(([name, text]) => exact('escape', name, /to heap/.test(text) ? 'heap' : 'stack'));
}

/** The shape of a gctrace line: digits as N. */
function ofGctrace({ program, text }: Row<'gctrace@1'>): Facet[] {
  const first = text.split('\n').find((line) => line.startsWith('gc '));
  return program === 'steady' && first ? [exact('gctrace', 'line', first.replace(/\d+(\.\d+)?/g, 'N'))] : [];
}

/** Without a setting that keeps huge pages away. */
const isPlain = ({ env, maxPtesNone }: Row<'inflated@1'>): boolean => maxPtesNone > 0 && env.every((each) => !each.startsWith('GODEBUG='));

/** Whether khugepaged brought back at least half of what was given back. */
function ofInflated({ steps }: Row<'inflated@1'>): Facet[] {
  const [gc, free, after] = ['gc', 'free', 'khugepaged'].map((op) => steps.find((step) => step.op === op)!);
  const back = (after!.vmRSSKiB - free!.vmRSSKiB) * 1024;
  return [exact('huge pages', 'half a heap given back', back > (free!.heapReleased - gc!.heapReleased) / 2 ? 'comes back' : 'stays away')];
}
