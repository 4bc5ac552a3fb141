/** `npm run build`: the whole book into dist/, with the search index, the files of both languages and the pictures of figures, and the service worker that keeps it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build as buildPages } from 'astro';
import { close, createIndex } from 'pagefind';
import { makeEditions, offerEditions } from './editions.ts';
import { stamp } from './fresh.ts';
import { serviceWorker } from './offline.ts';
import { base, dist, root } from './paths.ts';
import { makePictures } from './pictures.ts';
import { narrowPolicies } from './policy.ts';

/** Builds pages, then the index over them beside the book as files and the pictures, then the worker that keeps both, then notes when it began, so that later stages know what is fresh. */
export async function build(): Promise<void> {
  const began = Date.now();
  await buildPages({ root });
  narrowPolicies(dist);
  const [pages, editions] = await Promise.all([indexPages(), makeEditions(dist), makePictures(dist)]);
  offerEditions(dist, editions);
  write(join(dist, 'offline.js'), serviceWorker(dist));
  write(stamp, JSON.stringify({ began, base }));
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s: ${pages} pages can be searched. Everything is in ${dist}`);
}

/** Indexes dist for search; returns how many pages it holds. The files are written here: what Pagefind writes itself may be cut off by its own end. */
async function indexPages(): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dist });
  const made = await index.getFiles();
  await close();
  const wrong = [...added.errors, ...made.errors];
  if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join('; ')}`);
  for (const { path, content } of made.files) write(join(dist, 'pagefind', path), content);
  return added.page_count;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

if (import.meta.main) await build();
