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

/** The readings an account can be made of, and the last of those that tell most. */
interface Readings { readonly all: readonly Snapshot[]; readonly fullest: Snapshot | undefined }

/** What each text gives: its readings are asked for several times, and there may be 100,000. */
const known = new WeakMap<CountersText, Readings>();

function readingsOf(text: CountersText): Readings {
  const found = known.get(text) ?? gathered(text);
  known.set(text, found);
  return found;
}

function gathered({ snapshots }: CountersText): Readings {
  const all: Snapshot[] = [];
  let [fullest, most]: [Snapshot | undefined, number] = [undefined, 0];
  for (const snapshot of snapshots) {
    const told = Object.keys(statsOf(snapshot)).length;
    if (told > 0) all.push(snapshot);
    if (told > 0 && told >= most) [fullest, most] = [snapshot, told];
  }
  return { all, fullest };
}

/** The readings an account can be made of: those that tell at least one of Go's counters of memory. */
export const readings = (text: CountersText): readonly Snapshot[] => readingsOf(text).all;

/** What is known of the process's pages from its own map, in one number or mapping by mapping. */
export interface Pages {
  readonly attributed?: readonly Attributed[];
  /** RSS of smaps_rollup, KiB. */
  readonly rssKiB?: number;
}

/** The account by one reading; without a choice by the last of those that tell most. */
export function serviceOf(text: CountersText, pages: Pages, choice?: number): Service {
  const { all, fullest } = readingsOf(text);
  const chosen = choice === undefined ? fullest : all[choice];
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

/** What hardly changes from one reading to the next: any reading of the process may tell it. */
const settings: readonly Name[] = ['GOGC', 'GOMEMLIMIT', 'GOMAXPROCS', 'Goroutines'];

/** What the chosen reading tells, or else the last other one, where all are of one process. */
function settingOf<Value>({ snapshots }: CountersText, chosen: Snapshot | undefined, of: (snapshot: Snapshot) => Value | undefined, anyway = true): Value | undefined {
  const own = chosen && of(chosen);
  if (own !== undefined || !anyway || areSeveral(snapshots)) return own;
  const last = snapshots.findLast((snapshot) => of(snapshot) !== undefined);
  return last && of(last);
}

const lastScraped = (snapshots: readonly Snapshot[]): Snapshot | undefined => snapshots.findLast(({ source }) => source === 'prometheus');

/** Whether Prometheus tells of several processes. */
function areSeveral(snapshots: readonly Snapshot[]): boolean {
  const last = lastScraped(snapshots);
  return snapshots.some(({ source, target }) => source === 'prometheus' && target !== last?.target);
}

/** RSS in bytes where no mappings tell it: of smaps_rollup, of status, of the reading itself, or of the one other that tells it. */
function rssOf({ snapshots }: CountersText, { rssKiB }: Pages, chosen: Snapshot | undefined): number | undefined {
  if (rssKiB !== undefined) return rssKiB * 1024;
  const status = snapshots.findLast(({ source }) => source === 'status');
  const own = [status, chosen].flatMap((each) => (each ? [valueOf(each, 'RSS')] : [])).find(Number.isFinite);
  const scraped = areSeveral(snapshots) ? undefined : lastScraped(snapshots);
  const other = scraped && valueOf(scraped, 'RSS');
  return own ?? (Number.isFinite(other) ? other : undefined);
}
