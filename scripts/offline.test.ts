import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, serviceWorker } from './offline.ts';

/** A folder with these files, each holding its own name or what is given. */
function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'offline-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

test('a page lies at its folder; what contributors look at, frames, pictures, files of the book and what machines read are left out', () => {
  const dir = folder({ 'index.html': 'a', 'en/x/index.html': 'b', '404.html': 'c', '_astro/a.js': 'd', 'en/embed/x/index.html': 'e', 'zh/dev/x/index.html': 'e', 'pictures/en/x.png': 'f', 'editions/x.pdf': 'g', 'sitemap-0.xml': 'g', 'en/rss.xml': 'h', 'pagefind/p.json': 'i' });
  expect(Object.keys(filesOf(dir)).sort()).toEqual(['', '404.html', '_astro/a.js', 'en/x/', 'pagefind/p.json']);
});

test('another byte is another edition, and the same bytes are the same', () => {
  const edition = (files: Readonly<Record<string, string>>) => /const edition = '(\w+)'/.exec(serviceWorker(folder(files)))?.[1];
  expect(edition({ 'index.html': 'a' })).toBe(edition({ 'index.html': 'a' }));
  expect(edition({ 'index.html': 'a' })).not.toBe(edition({ 'index.html': 'b' }));
});
