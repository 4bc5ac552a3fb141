import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgramError } from '../../machine.ts';
import { fittingGogc } from './fitting.ts';
import { goalOf, isInside } from './goal.ts';
import { damageIn, readCycle } from './line.ts';
import { longestLog, readGctrace } from './read.ts';
import { readGogc, readMemoryLimit } from './settings.ts';

const rows = <Row>(name: string): Row[] => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as { rows: Row[] }).rows;
const byVersion = rows<{ go: string; program: string; text: string }>('versions/gctrace');
const bySettings = rows<{ env: string[]; program: string; text: string }>('gctrace-settings');

const line = 'gc 12 @2810.305s 15%: 0.14+2684+0.007 ms clock, 0.43+149/2015/2031+0.022 ms cpu, 2891->3092->2207 MB, 3221 MB goal, 48 MB stacks, 1 MB globals, 3 P (forced)';

describe('a line', () => {
  it('gives every field', () => {
    expect(readCycle(line, 7, 0)).toEqual({
      line: 7, column: 1, number: 12, seconds: 2810.305, percent: 15, procs: 3, forced: true,
      clock: { sweepTermination: 0.14, mark: 2684, markTermination: 0.007 },
      cpu: { sweepTermination: 0.43, assist: 149, background: 2015, idle: 2031, markTermination: 0.022 },
      heap: { start: 2891, end: 3092, marked: 2207 }, goal: 3221, stacks: 48, globals: 1,
    });
  });

  it('of Go 1.8 to 1.17 has no stacks and no globals', () => {
    expect(readCycle(line.replace('48 MB stacks, 1 MB globals, ', ''), 1, 0)).toMatchObject({ stacks: undefined, globals: undefined, procs: 3, forced: true });
  });

  it('may look for leaks of goroutines', () => {
    expect(readCycle(line.replace('15%:', '15% (checking for goroutine leaks):'), 1, 0)).toMatchObject({ percent: 15 });
  });

  it.each([
    ['time', 'gc 12 @s 15%: 0.1', 'the time should look like “@0.073s”, not “@s 15%: 0.1”', 7],
    ['clock', 'gc 12 @1.5s 15%: 0.1+a', 'the clock should look like “0.03+2.1+0.02 ms clock,”, not “0.1+a”', 18],
    ['heap', line.replace('2891->3092', '2891->'), 'the heap should look like “4->5->2 MB,”, not “2891->->2207 MB, 3221 MB goal, 48 MB sta”', line.indexOf('2891') + 1],
    ['procs', line.slice(0, line.indexOf('3 P')).trimEnd() + ' ', 'the line ends before the procs', line.indexOf('3 P') + 1],
  ])('whose %s is none is named with the place', (_, text, message, column) => {
    expect(readCycle(text, 3, 0)).toBeUndefined();
    expect(damageIn(text, 3, 0)).toMatchObject({ message, line: 3, column });
  });
});

describe('a log', () => {
  const found = (text: string): (readonly [number, number, number])[] => readGctrace(text).cycles.map((cycle) => [cycle.line, cycle.column, cycle.number] as const);

  it.each([
    ['a timestamp', `2026-11-26T07:02:11.123456789Z stderr F ${line}`, 41],
    ['kubectl’s prefix', `[pod/app-7d9f4c-x2v/app] ${line}`, 26],
    ['JSON, its arrows escaped', JSON.stringify({ log: `${line}\n`, stream: 'stderr' }).replaceAll('>', '\\u003e'), 9],
    ['HTML', line.replaceAll('>', '&gt;'), 1],
    ['a print without its newline', `allocated 5 MB${line}`, 15],
    ['CRLF', `${line}\r`, 1],
  ])('is read through %s', (_, text, column) => {
    expect(found(`serving\n${text}\nGC forced\n`)).toEqual([[2, column, 12]]);
  });

  it('two cycles in one line are two', () => {
    expect(found(line + line.replace('gc 12', 'gc 13'))).toEqual([[1, 1, 12], [1, line.length + 1, 13]]);
  });

  it.each([
    ['a mail, after a comma', [73, 105]],
    ['a terminal, in a number', [40]],
    ['a narrow one, again and again', [30, 60, 90, 120]],
    ['a terminal, in its time', [9]],
  ])('broken by %s is one cycle, at its first line', (_, places) => {
    const broken = [0, ...places].map((from, at) => line.slice(from, places[at]).trim()).join('\n');
    const { cycles, damages, others } = readGctrace(`serving\n[app] ${broken}\nserving`);
    expect(cycles).toMatchObject([{ ...readCycle(line, 2, 0), column: 7 }]);
    expect([damages, others]).toEqual([[], 2]);
  });

  it('cut off stays damaged, whatever follows: another cycle, other lines, nothing', () => {
    const cut = line.slice(0, 73);
    for (const [after, cycles, others] of [[line, 1, 0], ['serving\nat\n:8080', 0, 3], [`\n${line.slice(73)}`, 0, 1], ['', 0, 0], ['x'.repeat(10_000), 0, 1]] as const) {
      const read = readGctrace(`${cut}\n${after}`);
      expect([read.cycles.length, read.damages.map((damage) => damage.line), read.others]).toEqual([cycles, [1], others]);
    }
  });

  it('a number that does not go on is another run, and pods beside each other are told apart', () => {
    const cycle = (prefix: string, number: number, seconds: number): string => `${prefix}${line.replace('gc 12 @2810.305', `gc ${number} @${seconds}`)}`;
    const runs = (...lines: string[]): number[] => readGctrace(lines.join('\n')).cycles.map(({ run }) => run);
    expect(runs(cycle('', 1, 1), cycle('', 2, 2), cycle('', 1, 1), cycle('', 2, 3))).toEqual([1, 1, 2, 2]);
    expect(runs(cycle('[a] ', 8, 1), cycle('[b] ', 3, 1), cycle('[a] ', 9, 2), cycle('[b] ', 5, 2), cycle('[a] ', 10, 3))).toEqual([1, 2, 1, 2, 1]);
    expect(runs(cycle('[app-0] ', 8, 1), cycle('[app-1] ', 3, 1), cycle('[app-0] ', 9, 2), cycle('[app-1] ', 4, 2))).toEqual([1, 2, 1, 2]);
  });

  it('a cycle whose forerunner is lost is not judged', () => {
    const [first, second] = readGctrace(`${line}\n${line.replace('gc 12', 'gc 14')}`).cycles;
    expect([first!.expected, second!.expected, second!.run]).toEqual([undefined, undefined, 1]);
  });

  it('too long is refused', () => {
    expect(() => readGctrace(' '.repeat(longestLog + 1))).toThrow(ProgramError);
  });
});

describe('recorded programs', () => {
  it.each(byVersion)('$go $program: every printed goal is one that the line before allows', ({ text }) => {
    const { cycles, damages, others } = readGctrace(text);
    expect(cycles.map(({ number }) => number)).toEqual(cycles.map((_, at) => at + 1));
    expect(cycles.filter(({ inside }) => inside !== true)).toEqual([]);
    // A program that ends while it prints cuts its last line.
    const last = text.trimEnd().split('\n').length;
    expect(damages.filter((damage) => damage.line !== last)).toEqual([]);
    expect(others).toBe(0);
  });

  const settings = (env: readonly string[]): { gcPercent: number; memoryLimit: number | undefined } => {
    const of = (name: string): string | undefined => env.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
    const limit = of('GOMEMLIMIT');
    return { gcPercent: readGogc(of('GOGC') ?? '100')!, memoryLimit: limit === undefined ? undefined : readMemoryLimit(limit)! };
  };

  it.each(bySettings)('$env $program: every goal too', ({ env, text }) => {
    expect(readGctrace(text, settings(env)).cycles.filter(({ inside }) => inside !== true)).toEqual([]);
  });

  it.each(bySettings.filter(({ env, program }) => env.some((each) => /^GOGC=\d/.test(each)) && program === 'steady'))('$env would not be taken for 100', ({ text }) => {
    const { cycles } = readGctrace(text);
    expect(cycles.filter(({ inside }) => !inside).length).toBeGreaterThanOrEqual(cycles.length - 1);
  });

  it.each(bySettings.filter(({ env, text }) => !env.some((each) => each.startsWith('GOMEMLIMIT')) && readGctrace(text).cycles.length >= 5))('$env $program: GOGC is found from the goals', ({ env, text }) => {
    const fit = fittingGogc(readGctrace(text).cycles, undefined)!;
    const { gcPercent } = settings(env);
    expect(fit.from).toBeLessThanOrEqual(gcPercent);
    expect(fit.to).toBeGreaterThanOrEqual(gcPercent);
  });
});

/** The fields of a cycle before, to the byte. */
const bytes = fc.record({ marked: fc.nat(2 ** 36), stacks: fc.nat(2 ** 28), globals: fc.nat(2 ** 24), gcPercent: fc.integer({ min: 1, max: 1000 }) });

describe('any', () => {
  it('heap to the byte: the goal the runtime computes lies in what its megabytes tell', () => {
    fc.assert(fc.property(bytes, ({ marked, stacks, globals, gcPercent }) => {
      const mb = (value: number): number => Math.floor(value / 2 ** 20);
      const before = readCycle(line.replace('->2207 MB', `->${mb(marked)} MB`).replace('48 MB stacks, 1 MB', `${mb(stacks)} MB stacks, ${mb(globals)} MB`), 1, 0)!;
      // mgcpacer.go:commit, in whole numbers.
      const goal = Math.max(marked + Number((BigInt(marked + stacks + globals) * BigInt(gcPercent)) / 100n), Math.floor((4 * 2 ** 20 * gcPercent) / 100));
      const cycle = readCycle(line.replace('2891->', '0->').replace('3221 MB goal', `${mb(goal)} MB goal`), 2, 0)!;
      const expected = goalOf(cycle, before, { gcPercent, memoryLimit: undefined });
      expect(goal).toBeGreaterThanOrEqual(expected.least);
      expect(goal).toBeLessThanOrEqual(expected.most);
      expect(isInside(cycle.goal, expected)).toBe(true);
      expect(isInside(mb(expected.most) + 1, expected)).toBe(false);
    }));
  });

  it('text gives cycles and damages, never an error', () => {
    const pieces = fc.constantFrom(...byVersion.flatMap(({ text }) => text.split('\n')).slice(0, 200));
    const mangled = fc.tuple(pieces, fc.string(), fc.nat(120)).map(([one, noise, at]) => one.slice(0, at) + noise + one.slice(at));
    fc.assert(fc.property(fc.array(fc.oneof(pieces, mangled, fc.string(), fc.constantFrom('gc', 'gc 5 @', 'gc 99999999999 @1s'))), (some) => {
      const text = some.join('\n');
      const lines = text.replace(/^\ufeff/, '').split('\n');
      const { cycles, damages, others } = readGctrace(text);
      for (const at of [...cycles, ...damages]) {
        expect(lines[at.line - 1]!.length + 1).toBeGreaterThanOrEqual(at.column);
      }
      expect(cycles.length + damages.length + others).toBeGreaterThanOrEqual(lines.filter((one) => one.trim() !== '').length);
    }), { numRuns: 300 });
  });
});

describe('without GOGC', () => {
  // GOGC=off GODEBUG=gctrace=1 traced forced, Go 1.27.4
  const off = `gc 4 @0.002s 14%: 0.30+0.081+0.001 ms clock, 0.60+0/0.054/0+0.003 ms cpu, 0->0->0 MB, 8532210231537 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)
gc 5 @0.012s 2%: 0.11+2.6+0.002 ms clock, 0.22+0/0.022/2.7+0.005 ms cpu, 0->0->0 MB, 8532210231537 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)`;

  it('the goal is that of the limit nobody set', () => {
    expect(readGctrace(off, { gcPercent: -1, memoryLimit: undefined }).cycles.map(({ goal, inside }) => [goal, inside])).toEqual([[8_532_210_231_537, undefined], [8_532_210_231_537, true]]);
    expect(readGctrace(off).cycles[1]!.inside).toBe(false);
    expect(readGctrace(off.replaceAll('8532210231537', '4'), { gcPercent: -1, memoryLimit: undefined }).cycles[1]!.inside).toBe(false);
  });
});

describe('settings', () => {
  it.each([['100', 100], ['0', 0], ['off', -1], ['-5', undefined], ['', undefined], ['1e3', undefined]])('GOGC=%s', (text, value) => { expect(readGogc(text)).toBe(value); });
  it.each([['1024', 1024], ['512MiB', 2 ** 29], ['4GiB', 2 ** 32], ['7B', 7], ['off', Infinity], ['1 GiB', undefined], ['1GB', undefined]])('GOMEMLIMIT=%s', (text, value) => { expect(readMemoryLimit(text)).toBe(value); });
});
