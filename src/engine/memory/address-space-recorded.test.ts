import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AddressSpace, usualSpace } from './address-space.ts';
import { KiB, MiB } from './mapping.ts';
import type { AddressSpaceOptions } from './address-space.ts';
import type { Protection } from './vma.ts';

const page = 4 * KiB;
const recording = <Row>(name: string): Row[] => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as { rows: Row[] }).rows;
const sizes = (space: AddressSpace): string[] => space.mappings().map(({ start, end, value }) => `${(end - start) / KiB} ${value.protection}`);

function spaceWith(options: Partial<AddressSpaceOptions> = {}): AddressSpace {
  return new AddressSpace({ ...usualSpace, ...options });
}

/** mmap that must succeed. */
function mapped(space: AddressSpace, request: Parameters<AddressSpace['mmap']>[0]): number {
  const at = space.mmap(request);
  if (typeof at === 'string') throw new Error(`mmap answered ${at}`);
  return at;
}

interface Call { readonly call: string; readonly hint: string; readonly bytes: number; readonly how: string; readonly result: string }
interface Startup { readonly go: string; readonly heapArenaBytes: number; readonly calls: readonly Call[] }

/** One recorded call, made again; the address as recorded. */
function replay(space: AddressSpace, { call, hint, bytes, how }: Call): string {
  if (call === 'madvise') return String(space.adviseNoHugePage(parseInt(hint, 16), bytes));
  const protection: Protection = how.includes('PROT_NONE') ? '---' : 'rw-';
  const place = hint === 'NULL' ? {} : { hint: parseInt(hint, 16), fixed: how.includes('MAP_FIXED') };
  const at = space.mmap({ bytes, protection, ...place });
  return typeof at === 'number' ? `0x${at.toString(16)}` : at;
}

describe('placement', () => {
  it.each(recording<Startup>('startup').map((row) => [row.go, row.calls] as const))('is the kernel’s for every start-up mapping of %s', (_, calls) => {
    const first = calls[0]!;
    const space = spaceWith({ top: parseInt(first.result, 16) + first.bytes });
    const mine = calls.filter(({ how }) => how !== 'MADV_HUGEPAGE');
    expect(mine.map((call) => replay(space, call))).toEqual(mine.map((call) => call.result));
  });
});

interface Limit { readonly limitKiB: number; readonly outcome: string; readonly message: string }

describe('RLIMIT_AS', () => {
  const limits = recording<Limit>('ulimit');
  const startup = recording<Startup>('startup').find((row) => row.go === 'go1.27.4')!;
  const firstRefusal = limits.find((row) => row.message.includes('page summary'))!.limitKiB;
  const beforeGo = firstRefusal - 256;

  /** What the runtime dies of when this call is refused. */
  function lastWords({ bytes, hint, how }: Call, at: number): string {
    if (at === 0) return 'fatal error: runtime: cannot allocate memory';
    if (at < 6) return 'fatal error: failed to reserve page summary memory';
    if (how === 'PROT_NONE') return 'runtime: out of memory: cannot allocate 4194304-byte block (0 in use)';
    if (bytes === 33554432) return 'fatal error: out of memory allocating heap arena map';
    if (bytes === startup.heapArenaBytes) return 'fatal error: out of memory allocating heap arena metadata';
    if (bytes === 1048576) return 'fatal error: pageAlloc: out of memory';
    return hint === 'NULL' ? 'fatal error: runtime: cannot allocate memory' : 'fatal error: runtime: out of memory';
  }

  /** The message of a Go 1.27 start-up under a limit; undefined when all its calls succeed. The index may be refused unnoticed. */
  function predict(limitKiB: number): string | undefined {
    const space = spaceWith({ limitBytes: limitKiB * KiB, top: 0x7ffff7ff7000 });
    mapped(space, { bytes: beforeGo * KiB, protection: 'r-x', hint: 0x400000, fixed: true });
    for (const [at, call] of startup.calls.entries()) {
      if (replay(space, call) === 'ENOMEM' && at !== 6 && call.call === 'mmap') return lastWords(call, at);
    }
    return undefined;
  }

  it('refuses exactly where ulimit -v was recorded to, in an order that makes 1,000,000 KiB run and 1,200,000 not', () => {
    const told = limits.filter((row) => row.limitKiB >= beforeGo && (predict(row.limitKiB) !== undefined || row.outcome === 'runs'));
    expect(told.length).toBeGreaterThan(25);
    expect(told.map((row) => [row.limitKiB, predict(row.limitKiB) ?? ''])).toEqual(told.map((row) => [row.limitKiB, row.message]));
    expect([predict(1_000_000), predict(1_200_000)]).toEqual([undefined, 'fatal error: out of memory allocating heap arena map']);
  });
});

describe('brk', () => {
  it('moves as recorded, and the heap is whole pages', () => {
    interface Sbrk { readonly n: number; readonly answer: number | null; readonly error: string; readonly break: number; readonly heapKiB: number }
    const space = spaceWith();
    let now = 0;
    for (const row of recording<Sbrk>('sbrk')) {
      const next = space.brk(usualSpace.heapStart + now + row.n) - usualSpace.heapStart;
      const refused = next !== now + row.n;
      expect({ ...row, answer: refused && row.n > 0 ? null : now, break: next }).toEqual({ ...row, break: row.break });
      expect(space.virt / KiB).toBe(row.heapKiB);
      now = next;
    }
  });
});

describe('pages', () => {
  it('come and go as recorded', () => {
    interface Step { readonly op: string; readonly pages: number; readonly vmSizeKiB: number; readonly rssKiB: number; readonly mappings: readonly string[]; readonly minorFaults: number }
    const space = spaceWith();
    const base = mapped(space, { bytes: 64 * MiB, protection: '---' });
    const at = (first: number, pages: number): [number, number] => [base + first * page, pages * page];
    const acts: readonly (() => unknown)[] = [
      () => undefined,
      () => space.mmap({ bytes: 4 * MiB, protection: 'rw-', hint: base, fixed: true }),
      () => space.touch(...at(0, 1), 'write'), () => space.touch(...at(0, 100), 'write'),
      () => space.touch(...at(200, 50), 'read'), () => space.touch(...at(200, 50), 'write'),
      () => space.adviseDontNeed(...at(0, 50)), () => space.adviseFree(...at(50, 50)), () => space.touch(...at(50, 10), 'write'),
      () => space.reclaim(), () => space.mprotect(base, 4 * MiB, '---'), () => space.munmap(base, 64 * MiB),
    ];
    const [start, ...steps] = recording<Step>('touch-a-page');
    expect(steps.length).toBe(acts.length);
    for (const [n, step] of steps.entries()) {
      acts[n]!();
      expect([step.op, space.virt / KiB, space.rss / KiB]).toEqual([step.op, step.vmSizeKiB - start!.vmSizeKiB, step.rssKiB]);
      expect(sizes(space)).toEqual(step.mappings.map((line) => line.slice(0, -1)));
    }
  });
});
