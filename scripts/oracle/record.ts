import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A recorder that did not come to its end, with which Go, and what it said last. */
export interface Failure { readonly recorder: string; readonly go: string; readonly said: string }

/** Lines of what a recorder said that are kept when it failed: a compiler may have much to say, and begins with what matters. */
const kept = 20;

/**
 * Lets each recorder of the book at `book` record with `go`, one by one: one that fails keeps no other from recording.
 * What they print goes to standard error as it is; standard output is for what changed.
 */
export function record(book: string, go: string, recorders: readonly string[]): readonly Failure[] {
  return recorders.flatMap((recorder) => {
    const { status, signal, stdout, stderr } = spawnSync(join(book, 'oracle', 'record.sh'), [recorder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 });
    process.stderr.write(stdout + stderr);
    return status === 0 ? [] : [{ recorder, go, said: lastOf(stderr || stdout) || `It ended by ${signal ?? `exit code ${status}`} and said nothing.` }];
  });
}

/** What was said, but for what other recordings came to and for what Go fetched. */
const lastOf = (said: string): string => said.split('\n').filter((line) => line.trim() !== '' && !/^recordings\/|^go: downloading/.test(line)).slice(0, kept).join('\n');

const named = (go: string): string => go.replace('go', 'Go ');

/** Lines that say which recorders failed and how. What fails with the book's own Go too is the machine's doing. */
export function failuresTold(failures: readonly Failure[], own: string): readonly string[] {
  return failures.flatMap(({ recorder, go, said }) => [
    go === own ? `The recorder ${recorder} fails on this machine with the book’s own ${named(go)}, so nothing is said of it:` : `The recorder ${recorder} fails with ${named(go)}, and does not with the book’s own ${named(own)}:`,
    ...said.split('\n').map((line) => `    ${line}`),
  ]);
}
