/** `npm run sources`: asks every address outside the book that it refers to whether it is still there. Needs the network; run weekly, and by no test. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needBuilt } from './command.ts';
import { dist } from './paths.ts';
import { outside, type Referred } from './sources/outside.ts';

/** Addresses asked at a time, and how long one may take, in milliseconds. */
const atATime = 8;
const patience = 30_000;

/** These refuse programs, whether the page is there or not. */
const refuses = new Set([401, 403, 405, 406, 418, 429, 999]);

/** What is wrong with an address; undefined when a reader would find the page. */
async function troubleWith(url: string): Promise<string | undefined> {
  try {
    const { status, ok } = await fetch(url, { headers: { 'user-agent': 'Mozilla/5.0 (link check of a book)' }, signal: AbortSignal.timeout(patience) });
    return ok || refuses.has(status) ? undefined : String(status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function lost(all: readonly Referred[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let i = 0; i < all.length; i += atATime) {
    await Promise.all(all.slice(i, i + atATime).map(async ({ url, pages }) => {
      const trouble = await troubleWith(url);
      if (trouble !== undefined) found.push(`${url}: ${trouble} (${pages.join(', ')})`);
    }));
  }
  return found;
}

needBuilt();
const files = globSync('**/index.html', { cwd: dist });
const all = outside(files.map((file) => ({ page: file, html: readFileSync(join(dist, file), 'utf8') })));
const wrong = await lost(all);
for (const line of wrong) console.error(line);
console.log(`${all.length - wrong.length} of ${all.length} addresses are there.`);
process.exitCode = wrong.length > 0 ? 1 : 0;
