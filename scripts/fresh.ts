import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { base, dist, root } from './paths.ts';

/** Notes when the last complete build began, and for which base path. */
export const stamp = join(root, '.astro', 'built.json');

/** What the built book is made of. */
const sources = ['astro.config.mjs', 'package-lock.json', 'components', 'content', 'oracle', 'public', 'src'];

/** Whether dist holds what the sources say now. Unit tests are no source. */
export function isFresh(): boolean {
  if (!existsSync(stamp) || !existsSync(dist)) return false;
  const built = JSON.parse(readFileSync(stamp, 'utf8')) as { began: number; base: string };
  return built.base === base && sources.every((path) => newest(join(root, path)) < built.began);
}

/** The latest change at or below a path, in milliseconds since 1970; 0 when nothing is there. */
function newest(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info || /\.test\.tsx?$/.test(path)) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
