import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, pages, test } from './book.ts';

const origin = 'https://book.example';

/** Where every `href` and `src` of a page leads, as absolute addresses. */
function targetsOf(page: string, base: string): readonly URL[] {
  const html = readFileSync(join('dist', page, page.endsWith('.html') ? '' : 'index.html'), 'utf8').replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, url = '']) => new URL(url.replaceAll('&amp;', '&'), origin + base + page));
}

/** Why an address inside the book leads nowhere; undefined when it leads somewhere. */
function lost(target: URL, base: string): string | undefined {
  if (target.origin !== origin) return undefined;
  if (!target.pathname.startsWith(base)) return 'outside the book';
  const path = decodeURIComponent(target.pathname.slice(base.length));
  const file = join('dist', path, path === '' || path.endsWith('/') ? 'index.html' : '');
  if (!existsSync(file)) return 'no such file';
  const id = decodeURIComponent(target.hash.slice(1));
  return id === '' || !file.endsWith('.html') || readFileSync(file, 'utf8').includes(` id="${id}"`) ? undefined : 'no such id on that page';
}

test('every link of every page leads to something that is there', { tag: '@desktop' }, ({ baseURL }) => {
  const base = new URL(baseURL ?? '').pathname;
  const wrong = pages.flatMap((page) => targetsOf(page, base).flatMap((target) => {
    const why = lost(target, base);
    return why === undefined ? [] : [`/${page}: ${target.href.slice(origin.length)}: ${why}`];
  }));
  expect(pages.length).toBeGreaterThan(5);
  expect([...new Set(wrong)]).toEqual([]);
});

/** How far below the window's top a heading may stand that a link led to, in CSS pixels: under the running head, above the text. */
const [highest, lowest] = [30, 130];

test('a link leads to its heading on a phone, though nothing before it was laid out yet, and so does a jump back up', { tag: '@phone' }, async ({ page }) => {
  const path = 'zh/3-2-go-gc/';
  await page.goto(path);
  const ids = await page.locator('article h2[id]').evaluateAll((all) => all.map(({ id }) => id));
  const [up, down] = [ids[2]!, ids.at(-2)!];
  const stands = (id: string) => page.evaluate((each) => document.getElementById(each)!.getBoundingClientRect().top, id);
  await page.goto(`${path}?from=afar#${encodeURIComponent(down)}`);
  await expect.poll(() => stands(down)).toBeGreaterThan(highest);
  expect(await stands(down)).toBeLessThan(lowest);
  await page.evaluate((hash) => { location.hash = hash; }, encodeURIComponent(up));
  await expect.poll(() => stands(up)).toBeGreaterThan(highest);
  expect(await stands(up)).toBeLessThan(lowest);
});
