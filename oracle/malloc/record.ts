/** Replays every trace against the real malloc libraries and writes their answers. Run by record.sh. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mixes, repText } from '../../src/engine/allocators/random-trace.ts';
import { traceNamed } from '../../src/oracle/malloc.ts';

interface Library {
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  readonly traces: readonly string[];
  /** Writes addresses as the recording counts them; `start` is the break the process began with. */
  words(addresses: readonly number[], start: number): string[];
}

const runs = 3;
const files = readdirSync('oracle/malloc/traces').filter((name) => name.endsWith('.rep.gz')).map((name) => name.slice(0, -7));
const onePerMix = (seed: number, length: number, most: number) => Object.keys(mixes).map((mix, index) => `random ${seed + index} ${mix} ${length} ${most}`);
/** Made for the exact sizes at which glibc changes its mind. */
const limits = 'limits';
const long = [...onePerMix(1, 4000, 400), ...onePerMix(11, 4000, 400), ...onePerMix(21, 8000, 3000).filter((trace) => !trace.includes('vast'))];
const short = [31, 41, 51, 61].flatMap((seed) => onePerMix(seed, 1000, 100));
const usual = [...files.filter((name) => name !== limits), ...long, ...short];

const hex = (n: number): string => n.toString(16);
/** An address this far above the break is a mapping. */
const far = 2 ** 36;
const offsets = (addresses: readonly number[], start: number): string[] =>
  addresses.map((addr) => (addr === 0 ? '0' : addr < start || addr - start > far ? 'm' : hex(addr - start)));

/** tcmalloc's page heap grows for the first time behind 8 MiB of its own bookkeeping, at a multiple of its 8 KiB page. */
const pageHeap = (start: number): number => Math.ceil((start + 2 ** 23) / 8192) * 8192;

function segments(addresses: readonly number[]): string[] {
  const seen = new Map<number, number>();
  return addresses.map((addr) => {
    if (addr === 0) return '0';
    const segment = Math.floor(addr / 2 ** 25);
    if (!seen.has(segment)) seen.set(segment, seen.size);
    return `${seen.get(segment)}:${hex(addr % 2 ** 25)}`;
  });
}

const libraries: Readonly<Record<string, Library>> = {
  'glibc': { what: 'malloc of GNU libc', env: {}, traces: [...usual, limits], words: offsets },
  'glibc-notcache': {
    what: 'malloc of GNU libc without thread cache and fast bins', words: offsets,
    env: { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0' },
    traces: [...files, ...onePerMix(1, 4000, 400), ...onePerMix(11, 1000, 100), ...short],
  },
  'tcmalloc': {
    what: 'tcmalloc of gperftools 2.10, offsets from its page heap', traces: usual,
    env: { LD_PRELOAD: 'libtcmalloc_minimal.so.4' },
    words: (addresses, start) => offsets(addresses, pageHeap(start)),
  },
  'jemalloc': {
    what: 'jemalloc 5.3.0 without thread cache, one arena; offsets from the first answer rounded down to 2 MiB',
    env: { LD_PRELOAD: 'libjemalloc.so.2', MALLOC_CONF: 'tcache:false,narenas:1' },
    traces: usual,
    words: (addresses) => addresses.map((addr) => hex(addr - Math.floor(addresses[0]! / 2 ** 21) * 2 ** 21)),
  },
  'mimalloc': { what: 'mimalloc 2.0.9', env: { LD_PRELOAD: 'libmimalloc.so.2.0' }, traces: usual, words: segments },
};

function answers({ env, words }: Library, file: string): string[] {
  const path = process.env['PATH'] ?? '';
  const text = execFileSync('setarch', ['-R', process.env['REPLAY']!, file], { env: { ...env, PATH: path }, maxBuffer: 2 ** 30 }).toString();
  const [start, ...lines] = text.trimEnd().split('\n').map((line) => line.split(' '));
  const addresses = lines.filter(([op]) => op !== 'f').map((line) => parseInt(line[2]!, 16));
  return words(addresses, parseInt(start![1]!, 16));
}

const inLines = (words: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(words.length / 64) }, (_, line) => words.slice(64 * line, 64 * line + 64).join(' '));

/** One row, and in how many of the runs all answers were the first run's. */
function row(library: Library, trace: string, folder: string) {
  const program = traceNamed(trace);
  const file = join(folder, 'trace.rep');
  writeFileSync(file, repText(program));
  const all = Array.from({ length: runs }, () => answers(library, file));
  const agreed = all.filter((words) => words.join(' ') === all[0]!.join(' ')).length;
  return { agreed, row: { trace, operations: program.length, answers: inLines(all[0]!) } };
}

/** Who and what made a recording; its rows are put in by the recorder. */
const envelope = (schema: string, what: string) => ({
  schema, what, go: null,
  kernel: /^\d+\.\d+\.\d+/.exec(release())![0],
  libc: execFileSync('getconf', ['GNU_LIBC_VERSION']).toString().trim(),
  arch: 'amd64', cpus: cpus().length,
  thp: /\[(\w+)\]/.exec(readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'))![1],
});

function write(name: string, recording: object): void {
  mkdirSync('oracle/recordings/malloc', { recursive: true });
  writeFileSync(`oracle/recordings/malloc/${name}.json`, `${JSON.stringify(recording, null, 1)}\n`);
  console.error(`${name} recorded`);
}

function record(name: string, library: Library, folder: string): void {
  const rows = library.traces.map((trace) => row(library, trace, folder));
  write(name, {
    ...envelope('malloc@1', library.what),
    env: Object.entries(library.env).map(([key, value]) => `${key}=${value}`),
    command: 'setarch -R replay TRACE (gcc -O2 oracle/malloc/replay.c)',
    runs: { agreed: Math.min(...rows.map(({ agreed }) => agreed)), of: runs, on: 'every answer' },
    rows: rows.map(({ row }) => row),
  });
}

/** What requests really get, for the libraries whose blocks come in classes. */
function recordUsable(): void {
  const limit = 300_000;
  const rows = ['tcmalloc', 'jemalloc', 'mimalloc'].map((library) => {
    const { env } = libraries[library]!;
    const text = execFileSync(process.env['USABLE']!, [String(limit)], { env: { ...env, PATH: process.env['PATH'] ?? '' } }).toString();
    return { library, limit, sizes: text.trimEnd().split('\n').map((line) => line.split(' ').map(Number)) };
  });
  write('usable', {
    ...envelope('usable@1', 'malloc_usable_size of requests from 0 bytes up'), env: [],
    command: 'usable 300000 (gcc -O2 oracle/malloc/usable.c)', runs: { agreed: 1, of: 1, on: 'every size' }, rows,
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in libraries) && name !== 'usable');
if (unknown.length > 0) throw new Error(`There is no library ${unknown.join(', ')}; there are ${Object.keys(libraries).join(', ')} and usable.`);
const folder = mkdtempSync(join(tmpdir(), 'malloc-'));
for (const [name, library] of Object.entries(libraries)) {
  if (wanted.length === 0 || wanted.includes(name)) record(name, library, folder);
}
if (wanted.length === 0 || wanted.includes('usable')) recordUsable();
rmSync(folder, { recursive: true });
