/**
 * One account of one process's memory, from what the cgroup is charged down to live objects. Each level is told by another
 * counter, and between two levels stands what the upper one counts and the lower one does not, or the other way about.
 */
import type { Bounds } from '../totals.ts';
import type { Attributed } from '../what.ts';
import { unexplained, workingSet, type Charge } from './charge.ts';
import { classesOf, type Classes } from './classes.ts';
import { ownedBy, type Owned } from './owners.ts';
import type { MemStats } from './mem-stats.ts';
import { countedResident } from './reconcile.ts';

/** RSS by kind, bytes: `RssAnon`, `RssFile` and `RssShmem` of /proc/PID/status add up to `VmRSS`. */
export interface Resident { readonly anon: number; readonly file: number; readonly shmem: number }

/** Whatever a reader has; each part stands alone. */
export interface Evidence {
  readonly charge?: Charge | undefined;
  readonly resident?: Resident | undefined;
  /** RSS in one number, bytes, where its kinds are not told. */
  readonly rss?: number | undefined;
  readonly attributed?: readonly Attributed[] | undefined;
  readonly stats?: MemStats | undefined;
}

/** The levels, outermost first. Bytes; a part whose evidence is missing is undefined. */
export interface Account {
  readonly charge: {
    readonly usage: number | undefined;
    readonly workingSet: number | undefined;
    /** Charged and not in this process's RSS: other processes, files read and not mapped, the kernel's own. */
    readonly beyondRss: number | undefined;
    readonly unexplained: number | undefined;
  } | undefined;
  readonly rss: { readonly total: number; readonly owned: readonly Owned[] | undefined } | undefined;
  readonly go: {
    /** `Sys − HeapReleased`, what GOMEMLIMIT limits (`mgcpacer.go:gcControllerState.mappedReady`). */
    readonly mappedReady: number;
    readonly classes: Classes;
    /** In memory and in no counter of Go's: files, C, threads' stacks, the arena index. */
    readonly unseen: Bounds | undefined;
    /** Counted by Go and not in memory: mapped, never touched. Below zero where what was released is back in memory, as huge pages make it. */
    readonly untouched: Bounds | undefined;
  } | undefined;
}

/** Makes of the evidence what it allows. RSS = mappedReady − untouched + unseen, whatever the bounds. */
export function accountOf({ charge, resident, rss: whole, attributed, stats }: Evidence): Account {
  const rss = rssOf(resident, whole, attributed);
  const total = rss?.total;
  return { charge: charge && chargeOf(charge, total), rss, go: stats && goOf(stats, total, attributed && countedResident(attributed, stats)) };
}

function chargeOf(charge: Charge, rss: number | undefined): Account['charge'] {
  const { usage } = charge;
  return {
    usage,
    workingSet: workingSet(charge),
    beyondRss: usage === undefined || rss === undefined ? undefined : usage - rss,
    unexplained: unexplained(charge),
  };
}

function rssOf(resident: Resident | undefined, whole: number | undefined, attributed: readonly Attributed[] | undefined): Account['rss'] {
  const told = resident ? resident.anon + resident.file + resident.shmem : whole;
  const counted = attributed && sumOf(attributed);
  const total = told ?? counted;
  return total === undefined ? undefined : { total, owned: attributed && ownedBy(attributed) };
}

/** The sum of smaps, bytes: the same as VmRSS but for pages that came or went while the kernel printed. */
function sumOf(attributed: readonly Attributed[]): number | undefined {
  return attributed.reduce<number | undefined>((sum, { mapping }) => (sum === undefined || mapping.rssKiB === undefined ? undefined : sum + mapping.rssKiB * 1024), 0);
}

function goOf(stats: MemStats, rss: number | undefined, counted: Bounds | undefined): Account['go'] {
  const mappedReady = stats.Sys - stats.HeapReleased;
  return {
    mappedReady,
    classes: classesOf(stats),
    unseen: rss === undefined ? undefined : counted && lessOf(rss, counted),
    untouched: counted && lessOf(mappedReady, counted),
  };
}

/** A whole in bytes less a part in KiB. */
const lessOf = (whole: number, { least, most }: Bounds): Bounds => ({ least: whole - most * 1024, most: whole - least * 1024 });
