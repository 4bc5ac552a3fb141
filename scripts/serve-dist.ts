/** Serves what is built, for Playwright: `PORT` or a free one, printed. */
import { base, dist } from './paths.ts';
import { addressOf, serve } from './serve.ts';

const site = { dir: dist, base };
console.log(`Serving ${addressOf(await serve(site, Number(process.env['PORT'] ?? 0)), site)}`);
