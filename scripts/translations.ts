/**
 * `npm run translations`: every chapter in each language, which text lags behind which, and how much changed in
 * its twin since. Where there is no history of git, the last is left out.
 */
import { spawnSync } from 'node:child_process';
import { readChapters } from './check/book.ts';
import type { Chapter } from './check/chapter.ts';
import { hashOf } from './check/follows.ts';
import { twinIn } from './check/twins.ts';
import { root } from './paths.ts';
import { table } from './table.ts';

/** How much a text lags: not at all, or by a twin that says something else now. */
export function stateOf(chapters: readonly Chapter[], chapter: Chapter): 'as its twin' | 'behind' | 'alone' {
  const twin = twinIn(chapters, chapter);
  if (!twin) return 'alone';
  return chapter.front['follows'] === hashOf(twin) ? 'as its twin' : 'behind';
}

/** Lines of its twin that changed after the text itself last did, by git: added and removed. */
function changedSince(chapter: Chapter, twin: Chapter): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
  const since = git('log', '-1', '--format=%H', '--', chapter.path);
  const [added, removed] = since === '' ? [] : git('diff', '--numstat', since, '--', twin.path).split(/\s+/);
  return added && removed ? `+${added} −${removed}` : '';
}

function main(): void {
  const chapters = readChapters();
  const rows = chapters.map((chapter) => {
    const [state, twin] = [stateOf(chapters, chapter), twinIn(chapters, chapter)];
    return [chapter.path, state, state === 'behind' && twin ? changedSince(chapter, twin) : ''];
  });
  console.log(table(['text', 'stands', 'changed in its twin since'], rows));
  const behind = rows.filter(([, state]) => state !== 'as its twin');
  console.log(behind.length === 0 ? 'No text lags.' : `${behind.length} of ${rows.length} lag. When both say the same again: npm run check -- --stamp FILE`);
}

if (import.meta.main) main();
