import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../classify.ts';
import type { Mapping } from '../mapping.ts';
import { readMaps } from '../read-maps.ts';
import { readSmaps } from '../read-smaps.ts';
import { accountOf } from './account.ts';
import { unexplained, workingSet, type Charge } from './charge.ts';
import { classesOf, classNames, memStatsOf, type Classes } from './classes.ts';
import { checkIdentities, filledIn, identities } from './identities.ts';
import { isWhole, missingFields, type MemStats } from './mem-stats.ts';
import { ownedBy } from './owners.ts';
import { countedResident } from './reconcile.ts';

const recording = <Row>(name: string): Row[] => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as { rows: Row[] }).rows;

/** Any moment of any runtime: as many bytes as may be in each class. */
const classes: fc.Arbitrary<Classes> = fc.record(Object.fromEntries(classNames.map((name) => [name, fc.nat(2 ** 40)])) as { [Name in keyof Classes]: fc.Arbitrary<number> });

interface Moment { op: string; memStats: MemStats; classes: Record<string, number>; status: Record<string, number>; charged: Record<string, number>; maps: string; rssKiB: number[] }
const accounts = recording<{ name: string; go: string; env: string[]; moments: Moment[] }>('account');
/** Every recorded moment, by what and when it is. */
const moments = accounts.flatMap(({ name, go, env, moments: all }) => all.map((moment) => [`${name} ${env.slice(1).join(' ')} ${go} after ${moment.op}`, moment] as const));

/** A small program of the newest Go. */
const fresh = accounts.find(({ name, go }) => name === 'hello' && go.startsWith('go1.27'))!.moments[0]!.memStats;

describe.each(moments)('%s', (_, moment) => {
  const { memStats, classes: metrics, status, charged } = moment;

  it('passes all identities', () => {
    expect(checkIdentities(memStats).map(({ holds }) => holds)).toEqual(identities.map(() => true));
  });

  it('has the classes that runtime/metrics told right after, to the byte, and their total', () => {
    const { total, ...told } = metrics;
    if (total === undefined) return; // Go 1.15 has no such metrics
    expect(classesOf(memStats)).toEqual(told);
    expect(memStats.Sys).toBe(total);
  });

  it('has an RSS that is the sum of its mappings, and owners that share it out', () => {
    const read = readMoment(moment);
    const resident = { anon: status['RssAnon']! * 1024, file: status['RssFile']! * 1024, shmem: status['RssShmem']! * 1024 };
    const { rss } = accountOf({ resident, attributed: attribute(read) });
    expect(rss!.total).toBe(status['VmRSS']! * 1024);
    expect(accountOf({ attributed: attribute(read) }).rss!.total).toBe(rss!.total);
    expect(rss!.owned!.reduce((sum, { rssKiB }) => sum + rssKiB.least, 0)).toBeLessThanOrEqual(status['VmRSS']!);
    expect(rss!.owned!.reduce((sum, { rssKiB }) => sum + rssKiB.most, 0)).toBeGreaterThanOrEqual(status['VmRSS']!);
  });

  it('is charged what its pages, its files and the kernel come to, but for what each CPU was charged in advance', () => {
    const charge = chargeOf(charged);
    // mm/memcontrol.c:MEMCG_CHARGE_BATCH, 64 pages on each CPU; two CPUs. Counters of the kernel come in batches of their own.
    expect(unexplained(charge)).toBeGreaterThanOrEqual(0);
    expect(unexplained(charge)! / 1024).toBeLessThanOrEqual(2 * 64 * 4);
    expect(Math.abs(charge.anon / 1024 - status['RssAnon']!)).toBeLessThanOrEqual(64);
  });
});

/** Mappings with the resident KiB of each. */
const readMoment = ({ maps, rssKiB }: Moment): readonly Mapping[] => readMaps(maps).map((mapping, i) => ({ ...mapping, rssKiB: rssKiB[i]! }));

/** The fields of version 1 as a charge, in bytes. */
function chargeOf(kib: Record<string, number>): Charge {
  const of = (name: string): number => kib[name]! * 1024;
  return { usage: of('usage'), anon: of('rss'), file: of('cache'), mapped: of('mapped_file'), inactiveFile: of('inactive_file'), activeFile: of('active_file'), kernel: of('kernel') };
}

describe('classes and MemStats are the same memory', () => {
  it('any classes give MemStats whose identities hold, and come back from them', () => {
    fc.assert(fc.property(classes, (some) => {
      const stats = memStatsOf(some);
      expect(checkIdentities(stats).filter(({ holds }) => !holds)).toEqual([]);
      expect(classesOf(stats)).toEqual(some);
    }));
  });

  it('a real moment: Sys is the sum of its classes', () => {
    expect(Object.values(classesOf(fresh)).reduce((sum, bytes) => sum + bytes, 0)).toBe(fresh.Sys);
  });
});

describe('identities', () => {
  it('hold for a real moment, all seven', () => {
    expect(checkIdentities(fresh).map(({ holds }) => holds)).toEqual(identities.map(() => true));
  });

  it('name both sides where one fails', () => {
    const [sys] = checkIdentities({ ...fresh, OtherSys: fresh.OtherSys + 8 });
    expect(sys).toMatchObject({ whole: 'Sys', left: fresh.Sys, right: fresh.Sys + 8, holds: false });
  });

  it('are left out where a field is missing, and the missing one is found', () => {
    const { HeapSys: heapSys, ...rest } = fresh;
    expect(missingFields(rest)).toEqual(['HeapSys']);
    expect(checkIdentities(rest).map(({ whole }) => whole)).not.toContain('HeapSys');
    expect(filledIn(rest)).toEqual({ ...rest, HeapSys: heapSys });
    expect(isWhole(filledIn(rest))).toBe(true);
  });

  it('fill in nothing where two are missing', () => {
    const { HeapSys, HeapIdle, Sys, ...rest } = fresh;
    expect([HeapSys, HeapIdle, Sys].every(Boolean)).toBe(true);
    expect(filledIn(rest)).toEqual(rest);
  });

  it.each(['counters', 'always/counters'])('hold at every recorded step of %s', (name) => {
    interface Step { heapAlloc: number; heapInuse: number; heapIdle: number; heapReleased: number; heapSys: number; sys: number }
    for (const { steps } of recording<{ steps: Step[] }>(name)) {
      for (const { heapAlloc, heapInuse, heapIdle, heapReleased, heapSys, sys } of steps) {
        const checked = checkIdentities({ HeapAlloc: heapAlloc, HeapInuse: heapInuse, HeapIdle: heapIdle, HeapReleased: heapReleased, HeapSys: heapSys, Sys: sys });
        expect(checked.map(({ whole, holds }) => [whole, holds])).toEqual([['HeapSys', true], ['HeapInuse', true], ['HeapIdle', true]]);
      }
    }
  });
});

describe('owners of recorded processes', () => {
  const process = (name: string) => recording<{ status: Record<string, number>; printed: Record<string, string>; smaps: string }>(`processes/${name}`)[0]!;

  it.each(['go-hello-1.15', 'go-hello-1.27', 'go-hold-80', 'go-cgo', 'go-pie', 'c-thread'])('%s: owners share out its RSS', (name) => {
    const { status, smaps } = process(name);
    const owned = ownedBy(attribute(readSmaps(smaps)))!;
    const [least, most] = [owned.reduce((sum, { rssKiB }) => sum + rssKiB.least, 0), owned.reduce((sum, { rssKiB }) => sum + rssKiB.most, 0)];
    expect(least).toBeLessThanOrEqual(status['VmRSS']!);
    expect(most).toBeGreaterThanOrEqual(status['VmRSS']!);
  });

  it('a Go process with 80 MiB: the heap owns nearly all, and Go counts it', () => {
    const { status, printed, smaps } = process('go-hold-80');
    const attributed = attribute(readSmaps(smaps));
    const stats = { ...fresh, Sys: Number(printed['Sys']), HeapReleased: Number(printed['HeapSys']) - Number(printed['HeapAlloc']) };
    const resident = { anon: status['RssAnon']! * 1024, file: status['RssFile']! * 1024, shmem: 0 };
    const { rss, go } = accountOf({ resident, attributed, stats });
    expect(rss!.total).toBe(status['VmRSS']! * 1024);
    expect(rss!.owned!.find(({ owner }) => owner === 'goHeap')!.rssKiB.least).toBeGreaterThan(80 * 1024);
    const counted = countedResident(attributed, stats)!;
    expect(go!.unseen).toEqual({ least: rss!.total - counted.most * 1024, most: rss!.total - counted.least * 1024 });
  });

  it('from maps alone nobody can tell', () => {
    const text = '00400000-00401000 r-xp 00000000 08:01 9 /a\n';
    const attributed = attribute(readSmaps(text).map(({ rssKiB, ...mapping }) => mapping));
    expect(ownedBy(attributed)).toBeUndefined();
    expect(accountOf({ attributed })).toEqual({ charge: undefined, rss: undefined, go: undefined });
  });
});

describe('a charge', () => {
  it('less its inactive file pages is the working set, as recorded at every step', () => {
    for (const { usage, inactiveFile, workingSet: said } of recording<{ usage: number; inactiveFile: number; workingSet: number }>('working-set')) {
      expect(workingSet({ usage, inactiveFile })).toBe(said);
    }
  });

  it('is all explained by processes, files and the kernel when they add up', () => {
    const charge = { usage: 100, anon: 60, file: 30, mapped: 5, inactiveFile: 20, activeFile: 10, kernel: 8 };
    expect(unexplained(charge)).toBe(2);
    expect(accountOf({ charge, resident: { anon: 50, file: 5, shmem: 0 } }).charge).toEqual({ usage: 100, workingSet: 80, beyondRss: 45, unexplained: 2 });
    expect(unexplained({ ...charge, usage: undefined })).toBeUndefined();
  });
});
