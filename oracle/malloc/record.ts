/** Replays every trace, and the programs of the figures, against the real malloc libraries and writes their answers. Run by record.sh. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mixes, repText } from '../../src/engine/allocators/random-trace.ts';
import { traceNamed } from '../../src/oracle/malloc.ts';
import { figures, recordFigure } from './figures.ts';
import { recordThreads, threadsName } from './threads.ts';
import { envelope, libraries, replay, runs, settings, write, type Library } from './libraries.ts';

const files = readdirSync('oracle/malloc/traces').filter((name) => name.endsWith('.rep.gz')).map((name) => name.slice(0, -7));
const onePerMix = (seed: number, length: number, most: number) => Object.keys(mixes).map((mix, index) => `random ${seed + index} ${mix} ${length} ${most}`);
/** Made for the exact sizes at which glibc changes its mind. */
const limits = 'limits';
const long = [...onePerMix(1, 4000, 400), ...onePerMix(11, 4000, 400), ...onePerMix(21, 8000, 3000).filter((trace) => !trace.includes('vast'))];
const short = [31, 41, 51, 61].flatMap((seed) => onePerMix(seed, 1000, 100));
const usual = [...files.filter((name) => name !== limits), ...long, ...short];

/** What each library is asked. */
const traces = {
  'glibc': [...usual, limits],
  'glibc-notcache': [...files, ...onePerMix(1, 4000, 400), ...onePerMix(11, 1000, 100), ...short],
  'tcmalloc': usual,
  'jemalloc': usual,
  'mimalloc': usual,
} as const;

type Traced = keyof typeof traces;

const inLines = (words: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(words.length / 64) }, (_, line) => words.slice(64 * line, 64 * line + 64).join(' '));

/** One row, and in how many of the runs all answers were the first run's. */
function row(library: Library, trace: string, folder: string) {
  const program = traceNamed(trace);
  const file = join(folder, 'trace.rep');
  writeFileSync(file, repText(program));
  const all = Array.from({ length: runs }, () => replay(library, file).answers.filter((word) => word !== '-'));
  const agreed = all.filter((words) => words.join(' ') === all[0]!.join(' ')).length;
  return { agreed, row: { trace, operations: program.length, answers: inLines(all[0]!) } };
}

function record(name: Traced, folder: string): void {
  const library = libraries[name];
  const rows = traces[name].map((trace) => row(library, trace, folder));
  write(name, {
    ...envelope('malloc@1', library.what),
    env: settings(library.env),
    command: 'setarch -R replay TRACE (gcc -O2 oracle/malloc/replay.c)',
    runs: { agreed: Math.min(...rows.map(({ agreed }) => agreed)), of: runs, on: 'every answer' },
    rows: rows.map(({ row }) => row),
  });
}

/** What requests really get, for the libraries whose blocks come in classes. */
function recordUsable(): void {
  const limit = 300_000;
  const rows = (['tcmalloc', 'jemalloc', 'mimalloc'] as const).map((library) => {
    const { env } = libraries[library];
    const text = execFileSync(process.env['USABLE']!, [String(limit)], { env: { ...env, PATH: process.env['PATH'] ?? '' } }).toString();
    return { library, limit, sizes: text.trimEnd().split('\n').map((line) => line.split(' ').map(Number)) };
  });
  write('usable', {
    ...envelope('usable@1', 'malloc_usable_size of requests from 0 bytes up'), env: [],
    command: 'usable 300000 (gcc -O2 oracle/malloc/usable.c)', runs: { agreed: 1, of: 1, on: 'every size' }, rows,
  });
}

const folder = mkdtempSync(join(tmpdir(), 'malloc-'));
const recorders: Readonly<Record<string, () => void>> = {
  ...Object.fromEntries((Object.keys(traces) as Traced[]).map((name) => [name, () => record(name, folder)])),
  ...Object.fromEntries(Object.keys(figures).map((name) => [name, () => recordFigure(name, folder)])),
  [threadsName]: recordThreads,
  usable: recordUsable,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in recorders));
if (unknown.length > 0) throw new Error(`There is no recording ${unknown.join(', ')}; there are ${Object.keys(recorders).join(', ')}.`);
for (const name of wanted.length === 0 ? Object.keys(recorders) : wanted) recorders[name]!();
rmSync(folder, { recursive: true });
