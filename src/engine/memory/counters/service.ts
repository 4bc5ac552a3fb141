/** One service from everything that was pasted of it: which reading of Go's counters, which RSS, and the account they give. */
import { accountOf, type Account } from '../ledger/account.ts';
import { checkIdentities, type Checked } from '../ledger/identities.ts';
import { isWhole, missingFields, type MemStatsField, type SomeMemStats } from '../ledger/mem-stats.ts';
import { tooManyTables } from '../ledger/reconcile.ts';
import type { Charge } from '../ledger/charge.ts';
import type { Attributed } from '../what.ts';
import { chargeOf, goLimitOf, limitOf, statsOf, valueOf } from './evidence.ts';
import type { Name } from './names.ts';
import type { CountersText } from './read-counters.ts';
import type { Snapshot } from './snapshots.ts';

export interface Service {
  /** The reading of Go's counters that the account is made of. */
  readonly chosen: Snapshot | undefined;
  readonly stats: SomeMemStats;
  readonly missing: readonly MemStatsField[];
  readonly identities: readonly Checked[];
  readonly account: Account;
  readonly charge: Charge | undefined;
  /** What the cgroup may have, bytes; undefined where nothing limits it. */
  readonly limit: number | undefined;
  readonly goLimit: number | 'none' | undefined;
  /** Bytes of RSS that look like the runtime's tables in the map, beyond what the runtime says it has. */
  readonly alikeTables: number;
  /** What else the chosen reading tells. */
  readonly told: (name: Name) => number | undefined;
  /** A file or a key of the cgroup: `memory.events:oom_kill`. */
  readonly file: (name: string) => number | undefined;
}

/** The readings an account can be made of: those that tell at least one of Go's counters of memory. */
export function readings({ snapshots }: CountersText): readonly Snapshot[] {
  return snapshots.filter((snapshot) => Object.keys(statsOf(snapshot)).length > 0);
}

/** What is known of the process's pages from its own map, in one number or mapping by mapping. */
export interface Pages {
  readonly attributed?: readonly Attributed[];
  /** RSS of smaps_rollup, KiB. */
  readonly rssKiB?: number;
}

/** The account by one reading; without a choice by the last of those that tell most. */
export function serviceOf(text: CountersText, pages: Pages, choice?: number): Service {
  const all = readings(text);
  const chosen = choice === undefined ? fullest(all) : all[choice];
  const stats = chosen ? statsOf(chosen) : {};
  const attributed = pages.attributed?.every(({ mapping }) => mapping.rssKiB !== undefined) ? pages.attributed : undefined;
  const charge = chargeOf(text.cgroup);
  return {
    chosen, stats, charge,
    missing: chosen ? missingFields(stats) : [],
    identities: checkIdentities(stats),
    account: accountOf({ charge, attributed, rss: rssOf(text, pages, chosen), stats: isWhole(stats) ? stats : undefined }),
    limit: limitOf(text.cgroup),
    goLimit: settingOf(text, chosen, goLimitOf),
    alikeTables: attributed && isWhole(stats) ? tooManyTables(attributed, stats) * 1024 : 0,
    told: (name) => settingOf(text, chosen, (reading) => valueOf(reading, name), settings.includes(name)),
    file: (name) => text.cgroup.get(name)?.value,
  };
}

export function fullest(all: readonly Snapshot[]): Snapshot | undefined {
  const told = (snapshot: Snapshot): number => Object.keys(statsOf(snapshot)).length;
  return all.reduce<Snapshot | undefined>((best, each) => (best && told(best) > told(each) ? best : each), undefined);
}

/** What hardly changes from one reading to the next: any reading of the process may tell it. */
const settings: readonly Name[] = ['GOGC', 'GOMEMLIMIT', 'GOMAXPROCS', 'Goroutines'];

/** What the chosen reading tells, or else the last other one, where all are of one process. */
function settingOf<Value>({ snapshots }: CountersText, chosen: Snapshot | undefined, of: (snapshot: Snapshot) => Value | undefined, anyway = true): Value | undefined {
  const own = chosen && of(chosen);
  if (own !== undefined || !anyway || targetsOf(snapshots) > 1) return own;
  return snapshots.map(of).findLast((value) => value !== undefined);
}

const targetsOf = (snapshots: readonly Snapshot[]): number => new Set(snapshots.filter(({ source }) => source === 'prometheus').map(({ target }) => target)).size;

/** RSS in bytes where no mappings tell it: of smaps_rollup, of status, of the reading itself, or of the one other that tells it. */
function rssOf({ snapshots }: CountersText, { rssKiB }: Pages, chosen: Snapshot | undefined): number | undefined {
  if (rssKiB !== undefined) return rssKiB * 1024;
  const status = snapshots.findLast(({ source }) => source === 'status');
  const own = [status, chosen].flatMap((each) => (each ? [valueOf(each, 'RSS')] : [])).find(Number.isFinite);
  const other = targetsOf(snapshots) === 1 ? valueOf(snapshots.findLast(({ source }) => source === 'prometheus')!, 'RSS') : undefined;
  return own ?? (Number.isFinite(other) ? other : undefined);
}
