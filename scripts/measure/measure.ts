/**
 * `npm run measure [-- PAGE…] [--runs N] [--cpu 4]`: how fast the built pages load and answer, beside an empty page of the same shell
 * and a figure written by hand in the same run: all English chapters and tools, or those named. Cold, medians of 5, at full speed and four times slower, and what is
 * over its budget there. A table, and test-results/measure.json.
 *
 * `npm run measure -- --author`: how long an author waits for the book and for a changed sentence.
 */
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBuilt, optionsOf, refuse, wholeNumber } from '../command.ts';
import { base, dist, reports } from '../paths.ts';
import { addressOf, serve } from '../serve.ts';
import { table } from '../table.ts';
import { measureAuthor } from './author.ts';
import { handling, loading, over, type Numbers } from './budgets.ts';
import { measureFigure } from './interact.ts';
import { measureLoad } from './load.ts';
import { median, medians } from './stats.ts';

/** Medians of one page at one speed. */
interface Result { readonly page: string; readonly cpu: number; readonly load: Numbers; readonly figure: Numbers | undefined }

const empty = 'en/empty/';
const floor = 'en/floor/';
const chapter = 'en/1-1-process-memory/';

/** A copy of the built book with two pages more: the shell of a chapter around a lone heading, and a figure written by hand, which is what is reachable. */
function withBounds(): string {
  const copy = mkdtempSync(join(tmpdir(), 'book-'));
  cpSync(dist, copy, { recursive: true });
  mkdirSync(join(copy, empty), { recursive: true });
  const html = readFileSync(join(dist, chapter, 'index.html'), 'utf8');
  writeFileSync(join(copy, empty, 'index.html'), html.replace(/<article[\s\S]*<\/article>/, '<article><h1>Nothing</h1></article>'));
  mkdirSync(join(copy, floor), { recursive: true });
  cpSync(join(import.meta.dirname, 'floor.html'), join(copy, floor, 'index.html'));
  return copy;
}

/** Every chapter and tool in English: twins have the same figures. */
const all = (): readonly string[] => globSync('en/{[1-9]-*,tools/*}/index.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, '')).sort();

/** One run of every page and speed after another, round after round, so that a busy moment falls on all alike. */
async function measureAll(origin: string, pages: readonly string[], runs: number, speeds: readonly number[]): Promise<readonly Result[]> {
  const plan = pages.flatMap((page) => speeds.map((cpu) => ({ page, cpu, loads: [] as Numbers[], figures: [] as Numbers[] })));
  for (let run = 1; run <= runs; run++) {
    for (const { page, cpu, loads, figures } of plan) {
      console.error(`run ${run} of ${runs}: /${page} at ${cpu}×`);
      loads.push(await measureLoad(origin + page, { cpu, network: 'local' }));
      const figure = page === empty ? undefined : await measureFigure(origin + page, { cpu, network: 'slow 4G' });
      if (figure) figures.push(figure);
    }
  }
  return plan.map(({ page, cpu, loads, figures }) => ({ page, cpu, load: medians(loads), figure: figures.length > 0 ? medians(figures) : undefined }));
}

const digits = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 2 : 0);

function show(name: string, results: readonly Result[], of: (result: Result) => Numbers | undefined): string {
  const rows = results.flatMap((result) => { const numbers = of(result); return numbers ? [{ result, numbers }] : []; });
  const names = [...new Set(rows.flatMap(({ numbers }) => Object.keys(numbers)))];
  return table([name, 'cpu', ...names], rows.map(({ result: { page, cpu }, numbers }) => [`/${page}`, `${cpu}×`, ...names.map((each) => digits(numbers[each] ?? 0))]));
}

/** What is over its budget at four times slower, a sentence each. */
function complaints(results: readonly Result[]): readonly string[] {
  const slow = results.filter(({ cpu }) => cpu === 4);
  const [nothing, least] = [slow.find(({ page }) => page === empty)?.load, slow.find(({ page }) => page === floor)?.figure];
  return slow.filter(({ page }) => page !== empty && page !== floor).flatMap(({ page, load, figure }) =>
    [...over(load, loading, nothing), ...(figure ? over(figure, handling, least) : [])].map((what) => `/${page}: ${what}`));
}

/** A page that is not there would be measured too, as the server's answer. */
function needPage(page: string): void {
  if (!existsSync(join(dist, page, 'index.html'))) refuse(`The book has no page “${page}”. Pages are named as ${chapter}.`);
}

async function pages(named: readonly string[], runs: number, speeds: readonly number[]): Promise<void> {
  named.forEach(needPage);
  const copy = withBounds();
  const site = { dir: copy, base };
  const server = await serve(site, 0);
  const results = await measureAll(addressOf(server, site), [empty, floor, ...(named.length > 0 ? named : all())], runs, speeds);
  server.close();
  rmSync(copy, { recursive: true });
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'measure.json'), JSON.stringify({ machine: `${cpus()[0]?.model ?? '?'} × ${cpus().length}`, runs, results }, null, 2));
  console.log(`${show('load, ms; heap, MB', results, ({ load }) => load)}\n\n${show('first figure, slow 4G', results, ({ figure }) => figure)}\n`);
  for (const line of complaints(results)) console.log(line);
  console.log('All of it: test-results/measure.json');
}

/** Seconds an author may wait for the whole book, and for a change to be seen. */
const [buildMost, seenMost] = [60, 1];

async function author(changes: number): Promise<void> {
  const { build, seen } = await measureAuthor(changes);
  const middle = median(seen) ?? 0;
  console.log(`The book is built in ${build.toFixed(1)} s (at most ${buildMost}); a changed sentence is seen after ${middle.toFixed(2)} s (at most ${seenMost}; ${seen.map((each) => each.toFixed(2)).join(', ')}).`);
}

const { values, positionals } = optionsOf({ allowPositionals: true, options: { runs: { type: 'string', default: '5' }, cpu: { type: 'string', multiple: true, default: ['1', '4'] }, author: { type: 'boolean', default: false } } },
  'Usage: npm run measure [-- PAGE…] [--runs N] [--cpu N]… [--author]');
const runs = wholeNumber(values.runs, 'runs');
if (!values.author) needBuilt();
await (values.author ? author(runs) : pages(positionals, runs, values.cpu.map((cpu) => wholeNumber(cpu, 'cpu'))));
