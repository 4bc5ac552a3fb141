/** What must be true of every `runtime.MemStats`: sums are equal to the byte, parts are no larger than their whole. */
import type { MemStatsField, SomeMemStats } from './mem-stats.ts';

/** `whole` equals the sum of `parts`, or is at least as much. */
export interface Identity {
  readonly whole: MemStatsField;
  readonly parts: readonly MemStatsField[];
  readonly relation: 'equal' | 'at least';
}

const equal = (whole: MemStatsField, ...parts: readonly MemStatsField[]): Identity => ({ whole, parts, relation: 'equal' });
const atLeast = (whole: MemStatsField, part: MemStatsField): Identity => ({ whole, parts: [part], relation: 'at least' });

/** `mstats.go:readmemstats_m`, which computes Sys as this sum and HeapSys as heapInUse + heapFree + heapReleased. */
export const identities: readonly Identity[] = [
  equal('Sys', 'HeapSys', 'StackSys', 'MSpanSys', 'MCacheSys', 'BuckHashSys', 'GCSys', 'OtherSys'),
  equal('HeapSys', 'HeapInuse', 'HeapIdle'),
  atLeast('HeapInuse', 'HeapAlloc'),
  atLeast('HeapIdle', 'HeapReleased'),
  atLeast('StackSys', 'StackInuse'),
  atLeast('MSpanSys', 'MSpanInuse'),
  atLeast('MCacheSys', 'MCacheInuse'),
];

/** An identity and both of its sides, in bytes. */
export interface Checked extends Identity {
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/** Checks every identity whose fields are all there. Counters of one moment pass all of them. */
export function checkIdentities(stats: SomeMemStats): readonly Checked[] {
  return identities.flatMap((identity) => {
    const left = stats[identity.whole];
    const right = sumOf(stats, identity.parts);
    if (left === undefined || right === undefined) return [];
    return [{ ...identity, left, right, holds: identity.relation === 'equal' ? left === right : left >= right }];
  });
}

function sumOf(stats: SomeMemStats, fields: readonly MemStatsField[]): number | undefined {
  return fields.reduce<number | undefined>((sum, field) => (sum === undefined || stats[field] === undefined ? undefined : sum + stats[field]), 0);
}

/** Fields that the equalities give where a text left them out: the one unknown of a sum, again and again. */
export function filledIn(stats: SomeMemStats): SomeMemStats {
  const known: { [Field in MemStatsField]?: number } = { ...stats };
  while (sums.some((sum) => solve(known, sum))) { /* what was found may be the last unknown of another sum */ }
  return known;
}

const sums = identities.filter(({ relation }) => relation === 'equal');

/** Whether the sum had one unknown, which is known now. */
function solve(known: { [Field in MemStatsField]?: number }, { whole, parts }: Identity): boolean {
  const [field, another] = [whole, ...parts].filter((each) => known[each] === undefined);
  if (field === undefined || another !== undefined) return false;
  const sum = parts.reduce((total, part) => total + (known[part] ?? 0), 0);
  known[field] = field === whole ? sum : known[whole]! - sum;
  return true;
}
