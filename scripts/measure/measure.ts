/**
 * `npm run measure [-- PAGE…]`: how fast the built pages load and answer, beside an empty page of the same shell in the
 * same run. Cold, medians of 5, at full speed and four times slower. A table, and test-results/measure.json.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { base, dist, reports } from '../paths.ts';
import { addressOf, serve } from '../serve.ts';
import { table } from '../table.ts';
import { measureFigure } from './interact.ts';
import { measureLoad } from './load.ts';
import { medians } from './stats.ts';

type Numbers = Readonly<Record<string, number>>;
/** Medians of one page at one speed. */
interface Result { readonly page: string; readonly cpu: number; readonly load: Numbers; readonly figure: Numbers | undefined }

const empty = 'en/empty/';
const chapter = 'en/1-1-process-memory/';

/** A copy of the built book with one page more: the shell of a chapter around a lone heading. */
function withEmptyPage(): string {
  if (!existsSync(join(dist, chapter))) throw new Error('There is no built book to measure. Run npm run build first.');
  const copy = mkdtempSync(join(tmpdir(), 'book-'));
  cpSync(dist, copy, { recursive: true });
  mkdirSync(join(copy, empty), { recursive: true });
  const html = readFileSync(join(dist, chapter, 'index.html'), 'utf8');
  writeFileSync(join(copy, empty, 'index.html'), html.replace(/<article[\s\S]*<\/article>/, '<article><h1>Nothing</h1></article>'));
  return copy;
}

/** One run of every page and speed after another, round after round, so that a busy moment falls on all alike. */
async function measureAll(origin: string, pages: readonly string[], runs: number): Promise<readonly Result[]> {
  const plan = pages.flatMap((page) => [1, 4].map((cpu) => ({ page, cpu, loads: [] as Numbers[], figures: [] as Numbers[] })));
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

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '5' } } });
const copy = withEmptyPage();
const site = { dir: copy, base };
const server = await serve(site, 0);
const results = await measureAll(addressOf(server, site), [empty, ...(positionals.length > 0 ? positionals : [chapter])], Number(values.runs));
server.close();
rmSync(copy, { recursive: true });

mkdirSync(reports, { recursive: true });
writeFileSync(join(reports, 'measure.json'), JSON.stringify({ machine: `${cpus()[0]?.model ?? '?'} × ${cpus().length}`, runs: Number(values.runs), results }, null, 2));
console.log(`${show('load, ms; heap, MB', results, ({ load }) => load)}\n\n${show('first figure, slow 4G', results, ({ figure }) => figure)}`);
console.log('\nAll of it: test-results/measure.json');
