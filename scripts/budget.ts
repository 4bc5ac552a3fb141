/**
 * `npm run budget`: what every built page makes a reader load, measured in a real browser, against the book's budgets and
 * against what it weighed before. `npm run budget -- --accept` takes what it weighs now as what it may.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { needBrowser } from './browser.ts';
import { accept, grown, type Accepted } from './budget/grown.ts';
import { needBuilt, optionsOf } from './command.ts';
import { over, spending, type Line } from './budget/limits.ts';
import { visit, visitor } from './budget/visit.ts';
import { base, dist, root } from './paths.ts';
import { addressOf, serve } from './serve.ts';
import { table } from './table.ts';

type Measured = ReadonlyMap<string, readonly Line[]>;

const figures = { figure: '[data-demo]', play: '[data-act="play"]' };
const acceptedFile = join(root, 'scripts', 'budget', 'accepted.json');

/** Pages looked at at once: most of a visit is waiting until nothing more is asked for. */
const visitors = 4;

/** Every page of the book, as paths below the base. A figure alone weighs less than the chapter that shows it. */
function pages(): readonly string[] {
  return globSync('**/index.html', { cwd: dist }).map((file) => file.split(sep).join('/').replace(/index\.html$/, '')).filter((page) => !/(^|\/)(dev|embed|figures\/[^/]+)\//.test(page)).sort();
}

async function measureAll(): Promise<Measured> {
  const server = await serve({ dir: dist, base }, 0);
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: ['--disable-gpu'] });
  const all = pages();
  const lines = await visitAll(browser, addressOf(server, { dir: dist, base }), all.values());
  await browser.close();
  server.close();
  return new Map(all.map((page) => [page, lines.get(page) ?? []]));
}

/** Each visitor takes the next page that nobody has taken. */
async function visitAll(browser: Browser, origin: string, left: Iterator<string> & Iterable<string>): Promise<Measured> {
  const lines = new Map<string, readonly Line[]>();
  const visitAsOne = async () => {
    const phone = await visitor(browser);
    for (const page of left) lines.set(page, spending(await visit(phone, origin + page, figures)));
  };
  await Promise.all(Array.from({ length: visitors }, visitAsOne));
  return lines;
}

const amount = (line: Line) => `${over(line) ? '✗ ' : ''}${line.spent.toFixed(line.unit === 'kB' ? 1 : 0)} / ${line.limit}`;

function print(measured: Measured): void {
  const names = [...measured.values()][0]?.map(({ name }) => name) ?? [];
  console.log(table(['page (kB of 1,000 bytes)', ...names], [...measured].map(([page, lines]) => [`/${page}`, ...lines.map(amount)])));
}

/** What is wrong, a sentence each. */
function complaints(measured: Measured): readonly string[] {
  const broken = [...measured].flatMap(([page, lines]) => lines.filter(over).map(({ name, spent, limit, unit }) => `/${page}: ${name} is ${spent.toFixed(1)} ${unit}, the budget ${limit}`));
  const heavier = grown(JSON.parse(readFileSync(acceptedFile, 'utf8')) as Accepted, measured).map(({ page, name, was, is }) => `/${page}: ${name} was ${was} kB and is ${is.toFixed(1)}, more than a twentieth heavier. If that is meant: npm run budget -- --accept`);
  return [...broken, ...heavier];
}

const { values } = optionsOf({ options: { accept: { type: 'boolean', default: false } } }, 'Usage: npm run budget [-- --accept]');
needBuilt();
const measured = await measureAll();
print(measured);
if (values.accept) writeFileSync(acceptedFile, `${JSON.stringify(accept(measured), null, 1)}\n`);
const wrong = complaints(measured);
for (const line of wrong) console.error(line);
if (wrong.length > 0) console.error('See what grew: npx astro build prints every file; load on use what a reader may never need.');
process.exitCode = wrong.length > 0 ? 1 : 0;
