import { globSync, readFileSync } from 'node:fs';

const inChapters: ReadonlySet<string> = new Set(globSync('content/en/*.mdx').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/<Demo id="([^"]+)"/g)].map(([, id]) => id!)));

/** Whether a page is that of the gallery for a figure which a chapter shows too. */
export function shownInChapters(path: string): boolean {
  const [, id] = /\/dev\/demos\/([^/]+)\/$/.exec(path) ?? [];
  return id !== undefined && inChapters.has(id);
}
