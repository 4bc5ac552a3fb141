import { existsSync, readFileSync } from 'node:fs';

/** Where the sources live: `REPOSITORY`, or what GitHub's runner says. */
export const repository: string =
  process.env['REPOSITORY'] ?? `https://github.com/${process.env['GITHUB_REPOSITORY'] ?? 'example/go-runtime-memory-book'}`;

/** Where a reader changes that file (a path from the project's root). */
export const editLink = (path: string): string => `${repository}/edit/main/${path}`;

const releaseFile = 'oracle/go-version';

/** The Go release the recordings were made with, `1.27.4`; undefined before the first recording. */
export function recordedRelease(): string | undefined {
  if (!existsSync(releaseFile)) return undefined;
  const text = readFileSync(releaseFile, 'utf8').trim();
  const release = /^(?:go)?(\d+\.\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (release) return release;
  throw new Error(`${releaseFile} says "${text}"; it should be one line with a Go release, such as 1.27.4`);
}
