/** The real malloc libraries: how each is put under a program, and how the addresses it answers are counted. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';

export interface Library {
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  /** Writes addresses as the recording counts them; `start` is the break the process began with. */
  words(addresses: readonly number[], start: number): string[];
}

/** Repetitions of every recording. */
export const runs = 3;

const hex = (n: number): string => n.toString(16);
/** An address this far above the break is a mapping. */
const far = 2 ** 36;
const offsets = (addresses: readonly number[], start: number): string[] =>
  addresses.map((addr) => (addr === 0 ? '0' : addr < start || addr - start > far ? 'm' : hex(addr - start)));

/** tcmalloc's page heap grows for the first time behind 8 MiB of its own bookkeeping, at a multiple of its 8 KiB page. */
const pageHeap = (start: number): number => Math.ceil((start + 2 ** 23) / 8192) * 8192;

const fromFirst = (addresses: readonly number[]): string[] => addresses.map((addr) => hex(addr - Math.floor(addresses[0]! / 2 ** 21) * 2 ** 21));

function segments(addresses: readonly number[]): string[] {
  const seen = new Map<number, number>();
  return addresses.map((addr) => {
    if (addr === 0) return '0';
    const segment = Math.floor(addr / 2 ** 25);
    if (!seen.has(segment)) seen.set(segment, seen.size);
    return `${seen.get(segment)}:${hex(addr % 2 ** 25)}`;
  });
}

export const libraries = {
  'glibc': { what: 'malloc of GNU libc', env: {}, words: offsets },
  'glibc-notcache': {
    what: 'malloc of GNU libc without thread cache and fast bins', words: offsets,
    env: { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0' },
  },
  'glibc-fastbins': { what: 'malloc of GNU libc without thread cache', env: { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0' }, words: offsets },
  'tcmalloc': {
    what: 'tcmalloc of gperftools 2.10, offsets from its page heap',
    env: { LD_PRELOAD: 'libtcmalloc_minimal.so.4' },
    words: (addresses: readonly number[], start: number) => offsets(addresses, pageHeap(start)),
  },
  'jemalloc': {
    what: 'jemalloc 5.3.0 without thread cache, one arena; offsets from the first answer rounded down to 2 MiB',
    env: { LD_PRELOAD: 'libjemalloc.so.2', MALLOC_CONF: 'tcache:false,narenas:1' }, words: fromFirst,
  },
  'jemalloc-tcache': {
    what: 'jemalloc 5.3.0, one arena; offsets from the first answer rounded down to 2 MiB',
    env: { LD_PRELOAD: 'libjemalloc.so.2', MALLOC_CONF: 'narenas:1' }, words: fromFirst,
  },
  'mimalloc': { what: 'mimalloc 2.0.9', env: { LD_PRELOAD: 'libmimalloc.so.2.0' }, words: segments },
} satisfies Readonly<Record<string, Library>>;

export type LibraryName = keyof typeof libraries;

/** A program under one library: what each call answered, `-` a free, and the bytes from the heap's start to the break after it. */
export function replay({ env, words }: Library, file: string): { answers: string[]; heap: number[] } {
  const path = process.env['PATH'] ?? '';
  const text = execFileSync('setarch', ['-R', process.env['REPLAY']!, file, 'b'], { env: { ...env, PATH: path }, maxBuffer: 2 ** 30 }).toString();
  const [first, ...lines] = text.trimEnd().split('\n').map((line) => line.split(' '));
  const start = parseInt(first![1]!, 16);
  const answered = words(lines.filter(([op]) => op !== 'f').map((line) => parseInt(line[2]!, 16)), start);
  return { answers: lines.map(([op]) => (op === 'f' ? '-' : answered.shift()!)), heap: lines.map((line) => parseInt(line[3]!, 16) - start) };
}

/** Who and what made a recording; its rows are put in by the recorder. */
export const envelope = (schema: string, what: string) => ({
  schema, what, go: null,
  kernel: /^\d+\.\d+\.\d+/.exec(release())![0],
  libc: execFileSync('getconf', ['GNU_LIBC_VERSION']).toString().trim(),
  arch: 'amd64', cpus: cpus().length,
  thp: /\[(\w+)\]/.exec(readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'))![1],
});

export const settings = (env: Readonly<Record<string, string>>): string[] => Object.entries(env).map(([key, value]) => `${key}=${value}`);

export function write(name: string, recording: object): void {
  mkdirSync('oracle/recordings/malloc', { recursive: true });
  writeFileSync(`oracle/recordings/malloc/${name}.json`, `${JSON.stringify(recording, null, 1)}\n`);
  console.error(`${name} recorded`);
}
