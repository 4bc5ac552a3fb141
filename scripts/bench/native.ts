import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeapOp } from '../../src/engine/allocators/allocator.ts';
import type { MachineName } from '../../src/engine/allocators/machines.ts';
import { repText } from '../../src/engine/allocators/random-trace.ts';
import { median } from '../measure/stats.ts';

const environments: Partial<Record<MachineName, Readonly<Record<string, string>>>> = {
  'glibc': {},
  'glibc-notcache': { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0' },
  'tcmalloc': { LD_PRELOAD: 'libtcmalloc_minimal.so.4' },
  'jemalloc': { LD_PRELOAD: 'libjemalloc.so.2', MALLOC_CONF: 'tcache:false,narenas:1' },
  'mimalloc': { LD_PRELOAD: 'libmimalloc.so.2.0' },
};

/** The real libraries on this machine, by name: operations a second, or why there is no number. */
export function nativeRates(program: readonly HeapOp[], rounds: number): { readonly rates: ReadonlyMap<string, number>; readonly missing: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const replay = join(folder, 'replay');
    const built = process.platform === 'linux' && spawnSync('cc', ['-O2', '-o', replay, 'oracle/malloc/replay.c']).status === 0;
    if (!built) return { rates: new Map(), missing: ['There is no C compiler here (or this is not Linux): no native libraries beside ours.'] };
    const trace = join(folder, 'trace.rep');
    writeFileSync(trace, repText(program));
    return measured(replay, trace, program.length, rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(replay: string, trace: string, operations: number, rounds: number) {
  const rates = new Map<string, number>();
  const missing: string[] = [];
  for (const [name, env] of Object.entries(environments)) {
    // A library that cannot be preloaded is told on standard error and left out.
    const { stdout, stderr } = spawnSync(replay, [trace, 't', String(rounds)], { env: { ...env, PATH: process.env['PATH'] ?? '' }, encoding: 'utf8' });
    const nanoseconds = median(stdout.trim().split('\n').map(Number));
    if (stderr !== '' || nanoseconds === undefined) missing.push(`${env['LD_PRELOAD'] ?? name} is not installed here: no native ${name} beside ours.`);
    else rates.set(name, (operations * 1e9) / nanoseconds);
  }
  return { rates, missing };
}
