import { globSync, readFileSync } from 'node:fs';

const inChapters: ReadonlySet<string> = new Set(globSync('content/en/*.mdx').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/<Demo id="([^"]+)"/g)].map(([, id]) => id!)));

/** Whether a page is for a frame: the same figure once more, but for one that `figures.spec.ts` judges. */
export const isEmbed = (path: string): boolean => path.includes('/embed/');

/** Whether a page is that of a figure alone which a chapter shows too. */
export function shownInChapters(path: string): boolean {
  const [, id] = /\/figures\/([^/]+)\/$/.exec(path) ?? [];
  return id !== undefined && inChapters.has(id);
}
