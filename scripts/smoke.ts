/**
 * `npm run smoke -- --firefox --webkit [--only WORDS]`: the built book in the Firefox and the WebKitGTK that are installed here. Every figure
 * in both languages, beside the engine's model; then what else a reader uses. Exit code 1 when anything is otherwise than in Chromium.
 *
 * Not part of `npm test`: those browsers need not be there.
 */
import { demos, type DemoId } from '../src/demos/index.ts';
import { locales } from '../src/i18n/locales.ts';
import { build } from './build.ts';
import { optionsOf, refuse } from './command.ts';
import { isFresh } from './fresh.ts';
import { base, dist } from './paths.ts';
import { addressOf, serve } from './serve.ts';
import type { Browser } from './smoke/browser.ts';
import { listener } from './smoke/complaints.ts';
import { smokeFigure } from './smoke/figures.ts';
import { openFirefox } from './smoke/firefox.ts';
import { Page } from './smoke/page.ts';
import { visits, type Trial } from './smoke/visits.ts';
import { openWebKit } from './smoke/webkit.ts';

const figures = (Object.keys(demos) as DemoId[]).flatMap((id) => locales.map((locale): Trial => ({ name: `${locale}/figures/${id}`, run: (page) => smokeFigure(page, locale, id) })));

/** What a browser came to: its name, and how many failed. */
interface Outcome { readonly name: string; readonly failed: number }

/** Tries each, and tells how it went. Where one failed the next has a new browser: this one may hang, or be gone. */
async function tryAll(open: () => Promise<Browser>, book: string, trials: readonly Trial[]): Promise<Outcome> {
  let [browser, failed] = [await open(), 0];
  for (const { name, run } of trials) {
    try {
      await run(new Page(browser, book));
      console.log(`✓ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
      await browser.close();
      browser = await open();
    }
  }
  await browser.close();
  return { name: browser.name, failed };
}

const { values: { firefox = false, webkit = false, only = '' } } = optionsOf({ options: { firefox: { type: 'boolean' }, webkit: { type: 'boolean' }, only: { type: 'string' } } }, 'Usage: npm run smoke -- --firefox|--webkit [--only NAME]');
const asked = [...(firefox ? [openFirefox] : []), ...(webkit ? [openWebKit] : [])];
if (asked.length === 0) refuse('Say in which browser: npm run smoke -- --firefox, or --webkit, or both.');
const trials = [...figures, ...visits].filter(({ name }) => name.includes(only));
if (trials.length === 0) refuse(`Nothing is called "${only}". What there is: ${[...figures, ...visits].map(({ name }) => name).join(', ')}`);

if (!isFresh()) await build();
const site = { dir: dist, base, first: listener };
const server = await serve(site, 0);
let failures = 0;
for (const open of asked) {
  const began = performance.now();
  const { name, failed } = await tryAll(open, addressOf(server, site), trials);
  console.log(`${name}: ${trials.length - failed} passed, ${failed} failed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  failures += failed;
}
server.close();
server.closeAllConnections();
process.exitCode = failures > 0 ? 1 : 0;
