import { account } from './tables/account.ts';
import { arenaTax } from './tables/arena-tax.ts';
import { cHeap } from './tables/c-heap.ts';
import { counters, madvise } from './tables/counters.ts';
import { fragment } from './tables/fragment.ts';
import { goroutineEach } from './tables/goroutine-each.ts';
import { goroutines } from './tables/goroutines.ts';
import { greenTea } from './tables/green-tea.ts';
import { growing } from './tables/growing.ts';
import { inflated } from './tables/inflated.ts';
import { memStats } from './tables/mem-stats.ts';
import { price } from './tables/price.ts';
import { retained } from './tables/retained.ts';
import { reused } from './tables/reused.ts';
import { rounding } from './tables/rounding.ts';
import { service } from './tables/service.ts';
import { slots } from './tables/slots.ts';
import { specials } from './tables/specials.ts';
import { starting } from './tables/starting.ts';
import { startup } from './tables/startup.ts';
import type { RecordedTable } from './tables/table.ts';
import { threads } from './tables/threads.ts';
import { traffic } from './tables/traffic.ts';
import { turns } from './tables/turns.ts';
import { ulimit } from './tables/ulimit.ts';
import { utilisation } from './tables/utilisation.ts';
import { versions } from './tables/versions.ts';
import { workingSet } from './tables/working-set.ts';

/** Tables the text takes from recordings: `<RecordedTable id="…"/>`. */
const tables: Readonly<Record<string, () => RecordedTable>> = {
  account, 'arena-tax': arenaTax, 'c-heap': cHeap, counters, fragment, 'goroutine-each': goroutineEach, goroutines, 'green-tea': greenTea, growing, inflated, madvise, 'mem-stats': memStats, price, retained, reused,
  rounding, service, slots, specials, starting, startup, threads, traffic, turns, ulimit, utilisation, versions,
  'working-set': workingSet,
};

export const tableNames: readonly string[] = Object.keys(tables);

/** The table called `id`; an unknown id lists the known ones. */
export function tableNamed(id: string): RecordedTable {
  const table = tables[id];
  if (!table) throw new Error(`There is no recorded table "${id}". Known: ${tableNames.join(', ')}.`);
  return table();
}
