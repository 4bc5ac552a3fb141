/** `npm run budget`: what every built page makes a reader load, measured in a real browser, against the book's budgets. */
import { existsSync, globSync } from 'node:fs';
import { sep } from 'node:path';
import { chromium } from '@playwright/test';
import { needBrowser } from './browser.ts';
import { over, spending, type Line } from './budget/limits.ts';
import { visit } from './budget/visit.ts';
import { base, dist } from './paths.ts';
import { addressOf, serve } from './serve.ts';
import { table } from './table.ts';

const figures = { figure: '[data-demo]', play: '[data-act="play"]' };

/** Every page of the book, as paths below the base. A figure alone weighs less than the chapter that shows it. */
function pages(): readonly string[] {
  if (!existsSync(dist)) throw new Error('There is no dist/ to measure. Run npm run build first.');
  return globSync('**/index.html', { cwd: dist }).map((file) => file.split(sep).join('/').replace(/index\.html$/, '')).filter((page) => !/(^|\/)(dev|embed|figures\/[^/]+)\//.test(page)).sort();
}

const amount = (line: Line) => `${over(line) ? '✗ ' : ''}${line.spent.toFixed(line.unit === 'kB' ? 1 : 0)} / ${line.limit}`;

async function measureAll(): Promise<ReadonlyMap<string, readonly Line[]>> {
  const server = await serve({ dir: dist, base }, 0);
  const browser = await chromium.launch({ executablePath: await needBrowser() });
  const lines = new Map<string, readonly Line[]>();
  const origin = addressOf(server, { dir: dist, base });
  for (const page of pages()) lines.set(page, spending(await visit(browser, origin + page, figures)));
  await browser.close();
  server.close();
  return lines;
}

const measured = await measureAll();
const names = [...measured.values()][0]?.map(({ name }) => name) ?? [];
console.log(table(['page (kB of 1,000 bytes)', ...names], [...measured].map(([page, lines]) => [`/${page}`, ...lines.map(amount)])));

const broken = [...measured].flatMap(([page, lines]) => lines.filter(over).map(({ name, spent, limit, unit }) => `/${page}: ${name} is ${spent.toFixed(1)} ${unit}, the budget ${limit}`));
for (const line of broken) console.error(line);
if (broken.length > 0) console.error('See what grew: npx astro build prints every file; load on use what a reader may never need.');
process.exitCode = broken.length > 0 ? 1 : 0;
