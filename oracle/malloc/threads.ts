/** Records which blocks the real tcmalloc gives threads that take turns. */
import { execFileSync } from 'node:child_process';
import { choices, perThread, type Chosen } from '../../src/demos/lock-or-cache/controls.ts';
import { envelope, libraries, runs, settings, write } from './libraries.ts';

const { env } = libraries.tcmalloc;

/** The name of the demo is the name of the recording. */
export const threadsName = 'lock-or-cache';

export function recordThreads(): void {
  const rows = Object.entries(choices).map(([program, chosen]) => row(program, chosen));
  write(threadsName, {
    ...envelope('heap-threads@1', 'tcmalloc of gperftools 2.10: threads that take turns'), env: settings(env),
    command: 'setarch -R threads ARGUMENTS (gcc -O2 -pthread oracle/malloc/threads.c)',
    runs: { agreed: Math.min(...rows.map(({ agreed }) => agreed)), of: runs, on: 'every block' },
    rows: rows.map(({ row }) => row),
  });
}

function row(program: string, { threads, burst, size, frees }: Chosen) {
  const words = [String(threads), burst, size, String(perThread / Number(burst)), frees];
  const all = Array.from({ length: runs }, () => turns(words));
  return { agreed: all.filter((run) => run.join() === all[0]!.join()).length, row: { program, arguments: words, turns: all[0]! } };
}

/** Each burst as `THREAD: OFFSET…`, counted from the first block. */
function turns(words: readonly string[]): string[] {
  const text = execFileSync('setarch', ['-R', process.env['THREADS']!, ...words], { env: { ...env, PATH: process.env['PATH'] ?? '' }, maxBuffer: 2 ** 28 }).toString();
  const lines = text.trimEnd().split('\n').map((line) => line.split(' '));
  const first = parseInt(lines[0]![1]!, 16);
  return lines.map(([thread, ...blocks]) => `${thread}: ${blocks.map((block) => (parseInt(block, 16) - first).toString(16)).join(' ')}`);
}
