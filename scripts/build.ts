/** `npm run build`: the whole book into dist/, with the search index of both languages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build as buildPages } from 'astro';
import { close, createIndex } from 'pagefind';
import { stamp } from './fresh.ts';
import { base, dist, root } from './paths.ts';

/** Builds pages, then the index over them, then notes when it began, so that later stages know what is fresh. */
export async function build(): Promise<void> {
  const began = Date.now();
  await buildPages({ root });
  const pages = await indexPages();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ began, base }));
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s: ${pages} pages can be searched. Everything is in ${dist}`);
}

/** Indexes dist for search; returns how many pages it holds. */
async function indexPages(): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist });
  const written = await index.writeFiles({ outputPath: `${dist}/pagefind` });
  await close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index could not be written: ${wrong.join('; ')}`);
  return added.page_count;
}

if (import.meta.main) await build();
