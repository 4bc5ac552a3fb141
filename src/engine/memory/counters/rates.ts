/** What happened between two readings of one process. */
import { growing, type Counter, type Name } from './names.ts';
import type { Snapshot } from './snapshots.ts';
import { valueOf } from './evidence.ts';

export interface Between {
  readonly from: Snapshot;
  readonly to: Snapshot;
  /** Growth of each counter that both tell. */
  readonly grown: Readonly<Partial<Record<Counter, number>>>;
  /** Seconds between, where samples carry timestamps; neither Prometheus nor MemStats says it otherwise. */
  readonly seconds: number | undefined;
  /** A counter fell, or the process started anew: the two readings are not of one life, and nothing can be said. */
  readonly restarted: boolean;
}

/** The first and the last reading of every target that was read twice from the same source. */
export function betweens(snapshots: readonly Snapshot[]): readonly Between[] {
  const groups = new Map<string, { readonly from: Snapshot; to: Snapshot }>();
  for (const each of snapshots.filter(({ values }) => growing.some((name) => values.has(name)))) {
    const group = groups.get(`${each.source} ${each.target}`);
    if (group) group.to = each;
    else groups.set(`${each.source} ${each.target}`, { from: each, to: each });
  }
  return [...groups.values()].filter(({ from, to }) => from !== to).map(({ from, to }) => between(from, to));
}

function between(from: Snapshot, to: Snapshot): Between {
  const grown = Object.fromEntries(growing.flatMap((name) => {
    const [before, after] = [valueOf(from, name), valueOf(to, name)];
    return before === undefined || after === undefined ? [] : [[name, after - before]];
  }));
  const restarted = valueOf(from, 'Started') !== valueOf(to, 'Started') || Object.values(grown).some((growth) => growth < 0);
  return { from, to, grown, seconds: secondsBetween(from, to), restarted };
}

function secondsBetween(from: Snapshot, to: Snapshot): number | undefined {
  const time = (snapshot: Snapshot, name: Name): number | undefined => snapshot.values.get(name)?.time;
  return growing.map((name) => (time(to, name) ?? NaN) - (time(from, name) ?? NaN)).find((each) => each > 0);
}
