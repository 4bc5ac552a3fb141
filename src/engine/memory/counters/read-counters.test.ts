import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgramError } from '../../machine.ts';
import { isWhole } from '../ledger/mem-stats.ts';
import { checkIdentities } from '../ledger/identities.ts';
import { longestText } from '../read.ts';
import { chargeOf, goLimitOf, limitOf, statsOf } from './evidence.ts';
import { readCounters, type CountersText } from './read-counters.ts';

type Text = 'earlier' | 'scrape' | 'profile' | 'object' | 'array' | 'vars' | 'smaps' | 'smapsRollup' | 'stat' | 'prefixed' | 'headed';
const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [Record<Text, string>] };

const values = ({ snapshots: [snapshot] }: CountersText): Record<string, number> => Object.fromEntries([...snapshot!.values].map(([name, { value }]) => [name, value]));
const damages = (text: string): string[] => readCounters(text).damages.map(({ code, line, column }) => `${code} ${line}:${column}`);
/** The number that stands after a name in a recorded text, found without any reader. */
const printed = (text: string, before: string): number => Number(text.slice(text.indexOf(before) + before.length).split(/[\s,/}]/, 1)[0]);

describe('the footer of heap?debug=1', () => {
  it('is read behind its whole profile, and none of its lines is damaged', () => {
    const read = readCounters(served.profile);
    expect(read.kinds).toEqual(['profile', 'footer']);
    expect(read.damages).toEqual([]);
    expect(values(read)).toMatchObject({
      Sys: printed(served.profile, '# Sys = '), HeapIdle: printed(served.profile, '# HeapIdle = '), StackInuse: printed(served.profile, '# Stack = '),
      NextGC: printed(served.profile, '# NextGC = '), NumGC: printed(served.profile, '# NumGC = '), MaxRSS: printed(served.profile, '# MaxRSS = '),
    });
  });

  it('gives every number its line and column', () => {
    const sys = readCounters(served.profile).snapshots[0]!.values.get('Sys')!;
    const line = served.profile.split('\n').indexOf(`# Sys = ${sys.value}`) + 1;
    expect([sys.line, sys.column]).toEqual([line, 9]);
  });

  it('twice is two readings', () => {
    expect(readCounters(`${served.profile}\n${served.profile}`).snapshots).toHaveLength(2);
  });

  it.each([
    ['# Sys = many', 'no-number 2:9'],
    ['# Stack = 851968', 'no-pair 2:11'],
    ['# Stack = 851968 / none', 'no-number 2:20'],
    ['# HeapIdle =', 'no-number 2:13'],
  ])('%s is skipped, and the next line read', (line, damage) => {
    const read = readCounters(`# runtime.MemStats\n${line}\n# HeapAlloc = 7`);
    expect(damages(`# runtime.MemStats\n${line}\n# HeapAlloc = 7`)).toEqual([damage]);
    expect(values(read)).toEqual({ HeapAlloc: 7 });
  });
});

describe('Prometheus', () => {
  it('numbers in exponent form, by the names of client_golang', () => {
    const read = readCounters(served.scrape);
    expect([read.kinds, read.damages]).toEqual([['prometheus'], []]);
    expect(values(read)).toMatchObject({
      Sys: printed(served.scrape, '\ngo_memstats_sys_bytes '), MCacheSys: printed(served.scrape, '\ngo_memstats_mcache_sys_bytes '), GCSys: printed(served.scrape, '\ngo_memstats_gc_sys_bytes '),
      'heap/free': printed(served.scrape, '\ngo_memory_classes_heap_free_bytes '), RSS: printed(served.scrape, '\nprocess_resident_memory_bytes '),
      Live: printed(served.scrape, '\ngo_gc_heap_live_bytes '), NumGC: printed(served.scrape, '\ngo_gc_duration_seconds_count '), GOGC: 100,
    });
    expect(goLimitOf(read.snapshots[0]!)).toBe('none');
  });

  it('targets are told apart by their labels, scrapes by names that come again', () => {
    const scrape = (bytes: number): string => ['a', 'b'].map((instance) => `go_memstats_sys_bytes{instance="${instance}:1",job="x"} ${bytes}\ngo_goroutines{job="x", instance="${instance}:1"} 4\n`).join('');
    const { snapshots } = readCounters(scrape(1e6) + scrape(2e6));
    expect(snapshots.map(({ target, values: all }) => [target, all.get('Sys')!.value, all.size])).toEqual([
      ['instance="a:1", job="x"', 1e6, 2], ['instance="b:1", job="x"', 1e6, 2], ['instance="a:1", job="x"', 2e6, 2], ['instance="b:1", job="x"', 2e6, 2],
    ]);
  });

  it('timestamps: milliseconds of Prometheus, seconds of OpenMetrics, and an exemplar behind', () => {
    const { snapshots, damages: none } = readCounters('go_goroutines 4 1795674015500\n# TYPE go_gc_duration_seconds summary\ngo_memstats_frees_total 9 1795674015.5 # {trace="1"} 3\n# EOF');
    expect(none).toEqual([]);
    expect([...snapshots[0]!.values.values()].map(({ time }) => time)).toEqual([1795674015.5, 1795674015.5]);
  });

  it('labels may hold anything, escaped', () => {
    const { snapshots } = readCounters(String.raw`go_goroutines{path="C:\\a \"b\", {c}",x="1\n2",} 4`);
    expect([snapshots[0]!.target, snapshots[0]!.values.get('Goroutines')!.value]).toEqual(['path="C:\\a "b", {c}", x="1\n2"', 4]);
  });

  it.each([
    ['go_goroutines four', 'no-number 1:15'],
    ['go_goroutines{instance=a} 4', 'bad-label 1:15'],
    ['go_goroutines{instance="a" 4', 'bad-label 1:28'],
    ['go_goroutines{instance="a"', 'open-labels 1:14'],
    ['go_goroutines ', 'unknown-line 1:1'],
  ])('%s', (line, damage) => {
    expect(damages(`${line}\ngo_threads 7`)).toEqual([damage]);
  });
});

describe('runtime/metrics and expvar', () => {
  it.each(['object', 'array'] as const)('as an %s: scalars by name, histograms passed over', (shape) => {
    const read = readCounters(served[shape]);
    expect([read.kinds, read.damages, read.snapshots.length]).toEqual([['json'], [], 1]);
    const told = (metric: string): number => printed(served[shape], shape === 'object' ? `"${metric}": ` : `{"name":"${metric}","value":`);
    expect(values(read)).toMatchObject({
      'Sys': told('/memory/classes/total:bytes'), 'heap/unused': told('/memory/classes/heap/unused:bytes'), 'NextGC': told('/gc/heap/goal:bytes'), 'NumGC': told('/gc/cycles/total:gc-cycles'),
    });
    expect(read.snapshots[0]!.values.size).toBe(22);
  });

  it('expvar: memstats, and not the sizes inside it', () => {
    const read = readCounters(served.vars);
    expect(read.damages).toEqual([]);
    expect(values(read)).toMatchObject({ Sys: printed(served.vars, '"Sys":'), Mallocs: printed(served.vars, '"Mallocs":'), HeapAlloc: printed(served.vars, '"HeapAlloc":') });
  });

  it('a line that is no JSON is named, and reading goes on', () => {
    const read = readCounters('{\n"/gc/heap/goal:bytes": 4,\n  ;;,\n"/gc/gogc:percent": 100,\n"/gc/heap/live:bytes": 1x\n}');
    expect(values(read)).toEqual({ NextGC: 4, GOGC: 100 });
    expect(read.damages.map(({ code, line, column }) => [code, line, column])).toEqual([['bad-json', 3, 3], ['no-number', 5, 24]]);
  });

  it('cut off in the middle it ends where something else begins', () => {
    const read = readCounters(`${served.object.slice(0, 600)}\n# runtime.MemStats\n# Sys = 5\ngo_goroutines 3`);
    expect(read.kinds).toEqual(['json', 'footer', 'prometheus']);
  });
});

describe('a memory cgroup', () => {
  const charge = { anon: 57_864_192, file: 67_108_864, inactiveFile: 67_108_864, activeFile: 0, mapped: 0 };

  it('version 1: memory.stat alone, with the names of files in front, and under headings', () => {
    expect(chargeOf(readCounters(served.stat).cgroup)).toMatchObject({ ...charge, usage: undefined });
    for (const text of [served.prefixed, served.headed]) {
      const read = readCounters(text);
      expect([read.kinds, read.damages]).toEqual([['cgroup'], []]);
      expect(chargeOf(read.cgroup)).toMatchObject({ ...charge, usage: printed(served.prefixed, 'memory.usage_in_bytes:') });
      expect(limitOf(read.cgroup)).toBe(512 * 2 ** 20);
    }
  });

  it('version 1 counts the cgroups below, where it tells them', () => {
    expect(chargeOf(readCounters('rss 1\ncache 2\ntotal_rss 10\ntotal_cache 20').cgroup)).toMatchObject({ anon: 10, file: 20 });
  });

  /** Version 2, as a reader of sysinfo reported it: https://github.com/GuillaumeGomez/sysinfo/issues/1219 */
  const second = '==> memory.current <==\n2481475584\n\n==> memory.max <==\n7864320000\n\n==> memory.stat <==\nanon 2472849408\nfile 57344\nkernel_stack 458752\npagetables 7061504\npercpu 0\nsock 4096\nshmem 0\nfile_mapped 0\ninactive_file 4096\nactive_file 53248\nslab_reclaimable 371120\nslab_unreclaimable 435552\nslab 806672\nworkingset_refault_anon 0\npgfault 2503991\nthp_fault_alloc 0\n';

  it('version 2: the kernel is the sum of its parts where memory.stat has no sum yet', () => {
    const read = readCounters(second);
    expect(read.damages).toEqual([]);
    expect(chargeOf(read.cgroup)).toEqual({ usage: 2_481_475_584, anon: 2_472_849_408, file: 57_344, mapped: 0, inactiveFile: 4096, activeFile: 53_248, kernel: 458_752 + 7_061_504 + 806_672 });
    expect(limitOf(read.cgroup)).toBe(7_864_320_000);
  });

  it('without a limit: max in version 2, the largest multiple of a page in version 1', () => {
    expect(limitOf(readCounters('memory.max:max\nmemory.current:5').cgroup)).toBeUndefined();
    expect(limitOf(readCounters('/sys/fs/cgroup/memory/memory.limit_in_bytes:9223372036854771712').cgroup)).toBeUndefined();
  });

  it('files with other lines are passed over; a number that is none is named', () => {
    expect(damages('memory.pressure:some avg10=0.00 avg60=0.00\nmemory.numa_stat:anon N0=5\nmemory.events:oom_kill 2\nmemory.stat:anon lots')).toEqual(['no-number 4:18']);
  });
});

describe('several kinds in one text', () => {
  it('everything a service gives, one after the other: nothing damaged, smaps at its own lines', () => {
    const text = ['scrape', 'profile', 'smaps', 'object', 'headed', 'vars', 'array', 'prefixed'].map((name) => served[name as Text]).join('\n');
    const read = readCounters(text);
    expect(read.damages).toEqual([]);
    expect(read.kinds).toEqual(['prometheus', 'profile', 'footer', 'process', 'json', 'cgroup']);
    const [lines, kept] = [text.split('\n'), read.process.split('\n')];
    expect(kept.every((line, at) => line === '' || line === lines[at]!.trimEnd())).toBe(true);
    expect(kept.filter((line) => line !== '').join('\n')).toBe(served.smaps.split('\n').map((line) => line.trimEnd()).filter((line) => line !== '').join('\n'));
    for (const snapshot of read.snapshots) {
      const stats = statsOf(snapshot);
      expect([isWhole(stats), checkIdentities(stats).filter(({ holds }) => !holds)]).toEqual([true, []]);
    }
  });

  it('prompts and blank lines are no damage, prose is', () => {
    expect(damages('$ curl localhost:6060/metrics\n\nroot@pod:/# cat memory.stat\nanon 5\nDear reader, see below\ngo_goroutines 4')).toEqual(['unknown-line 5:1']);
  });

  it('status tells RSS in kB', () => {
    expect(values(readCounters('Name:\tserving\nState:\tS (sleeping)\nVmHWM:\t   87652 kB\nVmRSS:\t   67360 kB\nThreads:\t6\n'))).toEqual({ MaxRSS: 87_652 * 1024, RSS: 67_360 * 1024 });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(...Object.values(served).filter((each): each is string => typeof each === 'string').flatMap((text) => text.split('\n').slice(0, 300)));
  const mangled = fc.tuple(pieces, fc.string(), fc.nat(80)).map(([line, noise, at]) => line.slice(0, at) + noise + line.slice(at));
  const text = fc.array(fc.oneof(pieces, mangled, fc.string(), fc.constantFrom('{', '[', '"', '}', '==> memory.max <==', '\r', '\u0000', '\ufeff'))).map((lines) => lines.join('\n'));

  it('gives numbers and damages, never an error; each place lies inside the text', () => {
    fc.assert(fc.property(text, (any) => {
      const lines = any.replace(/^\ufeff/, '').split('\n');
      const read = readCounters(any);
      for (const { line, column } of [...read.damages, ...read.cgroup.values(), ...read.snapshots.flatMap(({ values: all }) => [...all.values()])]) {
        expect(line).toBeGreaterThan(0);
        expect(lines.length).toBeGreaterThanOrEqual(line);
        expect(column).toBeGreaterThan(0);
        expect(lines[line - 1]!.length + 1).toBeGreaterThanOrEqual(column);
      }
      expect(read.damages.every(({ message }) => message.length < 200)).toBe(true);
    }), { numRuns: 500 });
  });

  it('too long is refused', () => {
    expect(() => readCounters(' '.repeat(longestText + 1))).toThrow(ProgramError);
  });

  it.each(['{', '[', '"a', 'a{', 'a{b="', '# X = ', '1: 1 [', 'memory.', 'a@a', '\\"'])('one line of megabytes of %j is one line', (bit) => {
    const lines = [bit.repeat(Math.floor(2_000_000 / bit.length)), `go_goroutines{a="${bit.repeat(Math.floor(1_000_000 / bit.length))}`, 'go_goroutines 4'];
    const { damages: named } = readCounters(lines.join('\n'));
    expect(named.every(({ line, message }) => line < 3 && message.length < 200)).toBe(true);
  });
});
