import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../classify.ts';
import { readSmaps } from '../read-smaps.ts';
import { barOf, lengthOf, pieces, type Piece } from './bar.ts';
import { findingsOf } from './findings.ts';
import { betweens } from './rates.ts';
import { readCounters } from './read-counters.ts';
import { readings, serviceOf, type Service } from './service.ts';

type Text = 'earlier' | 'scrape' | 'profile' | 'object' | 'vars' | 'smaps' | 'stat' | 'prefixed';
const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [Record<Text, string> & { status: Record<string, number> }] };
const MiB = 2 ** 20;

function service(...texts: readonly string[]): Service {
  const read = readCounters(texts.join('\n'));
  return serviceOf(read, read.kinds.includes('process') ? { attributed: attribute(readSmaps(read.process)) } : {});
}

const bar = (of: Service): Partial<Record<Piece, number>> => Object.fromEntries(barOf(of).map(({ piece, bytes }) => [piece, bytes.most]));
const kinds = (of: Service): string[] => findingsOf(of).map(({ kind }) => kind);

describe('the recorded service: C keeps 24 MiB, three blocks of 64 KiB in four were dropped, a file of 64 MiB was read', () => {
  const whole = service(served.smaps, served.profile, served.prefixed);

  it('its unseen part holds what C keeps and the files it runs from', () => {
    const { bytes } = barOf(whole).find(({ piece }) => piece === 'unseen')!;
    const truth = 24 * MiB + served.status['RssFile']! * 1024;
    expect(bytes.least).toBeLessThanOrEqual(truth);
    expect(bytes.most).toBeGreaterThanOrEqual(truth);
  });

  it('C’s blocks look like the runtime’s tables, and are told apart by how many of these the runtime says it has', () => {
    const { bytes } = findingsOf(whole).find(({ kind }) => kind === 'alikeTables')!;
    expect(Math.abs(bytes - 24 * MiB)).toBeLessThan(4 * MiB);
  });

  it('what Go counts is Sys − HeapReleased, piece by piece', () => {
    const { objects, unused, free, stacks, tables } = bar(whole);
    expect(objects! + unused! + free! + stacks! + tables!).toBe(whole.stats.Sys! - whole.stats.HeapReleased!);
    expect(free).toBe(whole.stats.HeapIdle! - whole.stats.HeapReleased!);
  });

  it('the file read is beyond RSS: 64 MiB less what the program file has in RSS and another cgroup paid for', () => {
    const cache = bar(whole).cache!;
    expect(cache).toBe(whole.charge!.usage! - whole.account.rss!.total);
    expect(cache).toBeLessThanOrEqual(64 * MiB);
  });

  it('its findings, largest first', () => {
    expect(kinds(whole)).toEqual(['cache', 'alikeTables', 'free', 'unseen']);
  });
});

describe('less is told', () => {
  it('without smaps RSS bounds the unseen part from below', () => {
    const scraped = service(served.scrape);
    expect(bar(scraped).unseen).toBe(scraped.told('RSS')! - (scraped.stats.Sys! - scraped.stats.HeapReleased!));
    expect(kinds(scraped)).toContain('unseenOnly');
  });

  it('what is only bounded from below says so: the segment, its finding, and the room it leaves for Go', () => {
    const openEnded = (...texts: readonly string[]): readonly string[] => {
      const of = service(...texts);
      return [...barOf(of).filter(({ orMore }) => orMore).map(({ piece }) => piece), ...findingsOf(of).filter(({ orMore }) => orMore).map(({ kind }) => kind)];
    };
    expect(openEnded(served.scrape, served.stat)).toEqual(['unseen', 'unseenOnly', 'noGoLimit']);
    expect(openEnded(served.scrape, served.stat, served.smaps)).toEqual([]);
  });

  it('without RSS there is no unseen part, and its absence is told', () => {
    const profiled = service(served.profile);
    expect(bar(profiled).unseen).toBeUndefined();
    expect(kinds(profiled)).toContain('needRss');
  });

  it('a cgroup alone: processes, page cache, the rest', () => {
    expect(bar(service(served.prefixed))).toEqual({ anon: 57_864_192, cache: 67_108_864, rest: 125_693_952 - 57_864_192 - 67_108_864 });
  });

  it('a limit and no GOMEMLIMIT: what is left of the limit for Go', () => {
    const limited = findingsOf(service(served.scrape, served.stat)).find(({ kind }) => kind === 'noGoLimit')!;
    expect(limited.args['limit']).toBe(512 * MiB);
    expect(limited.args['room']).toBe(512 * MiB - limited.args['unseen']!);
  });

  it('a GOMEMLIMIT that leaves no room for what Go does not see', () => {
    const scrape = served.scrape.replace(/^go_gc_gomemlimit_bytes .*$/m, `go_gc_gomemlimit_bytes ${500 * MiB}`);
    expect(kinds(service(scrape, served.stat))).toContain('goLimitTooHigh');
    expect(kinds(service(scrape.replace(String(500 * MiB), String(300 * MiB)), served.stat))).not.toContain('goLimitTooHigh');
  });
});

describe('readings', () => {
  it('of many the last that tells most makes the account; another can be chosen', () => {
    const text = readCounters([served.earlier, 'go_goroutines 4', served.object].join('\n'));
    expect(readings(text).map(({ source }) => source)).toEqual(['prometheus', 'json']);
    expect(serviceOf(text, {}).chosen!.source).toBe('json');
    expect(serviceOf(text, {}, 0).chosen!.source).toBe('prometheus');
  });

  it('fields that were lost are named, and those that follow from others are found', () => {
    const { missing, stats } = service(served.profile.replace(/^# (HeapSys|BuckHashSys) .*\n/gm, ''));
    expect([missing, stats.HeapSys, stats.BuckHashSys]).toEqual([[], stats.HeapInuse! + stats.HeapIdle!, service(served.profile).stats.BuckHashSys]);
    expect(service(served.profile.replace(/^# (GCSys|BuckHashSys) .*\n/gm, '')).missing).toEqual(['BuckHashSys', 'GCSys']);
  });
});

describe('two readings', () => {
  it('tell what grew between; how long that took nobody tells', () => {
    const [between, ...more] = betweens(readCounters(served.earlier + served.scrape).snapshots);
    expect(more).toEqual([]);
    expect(between).toMatchObject({ restarted: false, seconds: undefined, grown: { NumGC: 8 } });
    // The program makes sixteen blocks of 64 KiB ten times a second; ten seconds lie between.
    expect(Math.round(between!.grown.TotalAlloc! / MiB)).toBe(100);
  });

  it('timestamps tell the seconds', () => {
    const [between] = betweens(readCounters('go_memstats_alloc_bytes_total 5 1000000000000\ngo_memstats_alloc_bytes_total 9 1000000010500').snapshots);
    expect([between!.seconds, between!.grown.TotalAlloc]).toEqual([10.5, 4]);
  });

  it.each([
    ['a counter fell', 'go_memstats_frees_total 9\ngo_memstats_frees_total 5'],
    ['it started anew', 'process_start_time_seconds 1e9\nprocess_cpu_seconds_total 1\nprocess_start_time_seconds 2e9\nprocess_cpu_seconds_total 2'],
  ])('%s: two lives', (_, text) => {
    expect(betweens(readCounters(text).snapshots).map(({ restarted }) => restarted)).toEqual([true]);
  });
});

it('any subset of what a service gives makes a bar of pieces in order, none below zero', () => {
  const texts = [served.earlier, served.scrape, served.profile, served.object, served.vars, served.smaps, served.stat, served.prefixed];
  fc.assert(fc.property(fc.subarray(texts), fc.subarray(['HeapAlloc', 'rss_bytes', 'Rss:', '_usage', 'free'], { minLength: 1 }), (some, lost) => {
    const text = some.join('\n').split('\n').filter((line) => !lost.some((name) => line.includes(name) && !line.startsWith('Rss:'))).join('\n');
    const segments = barOf(service(text));
    expect(segments.map(({ piece }) => pieces.indexOf(piece))).toEqual(segments.map(({ piece }) => pieces.indexOf(piece)).sort((a, b) => a - b));
    expect(segments.every(({ bytes }) => bytes.least >= 0 && bytes.least <= bytes.most)).toBe(true);
    expect(findingsOf(service(text)).every(({ bytes }) => bytes <= lengthOf(segments))).toBe(true);
  }), { numRuns: 60 });
});
