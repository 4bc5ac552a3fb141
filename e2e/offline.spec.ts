import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serviceWorker } from '../scripts/offline.ts';
import { base } from '../scripts/paths.ts';
import { addressOf, serve } from '../scripts/serve.ts';

const offline = (page: Page) => page.locator('.offline');
const status = (page: Page) => offline(page).getByRole('status');

interface Served { readonly dir: string; readonly address: string; readonly server: Server }

/** A copy of the built book that may change, served; and a browser of its own, for what it keeps outlives a page. */
test('the book once kept is whole without a network, and a newer edition is shown when it is asked for', { tag: '@desktop' }, async ({ playwright, browserName, launchOptions }) => {
  const dir = mkdtempSync(join(tmpdir(), 'book-'));
  cpSync('dist', dir, { recursive: true });
  const server = await serve({ dir, base }, 0);
  const address = addressOf(server, { dir, base });
  const browser = await playwright[browserName].launch(launchOptions);
  const context = await browser.newContext();
  const page = await context.newPage();

  await page.goto(`${address}en/`);
  if (await page.evaluate(() => 'serviceWorker' in navigator)) await keptAndRenewed(page, { dir, address, server });
  else await expect(offline(page), 'a browser that can keep nothing is offered nothing').toBeHidden();
  await browser.close();
  await closed(server);
});

/** Ends a server with whatever is still connected to it. */
async function closed(server: Server): Promise<void> {
  if (server.listening) await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
}

/** From an open page: keeps the book, reads it without its server, and is offered the edition that another server has. */
async function keptAndRenewed(page: Page, { dir, address, server }: Served): Promise<void> {
  await offline(page).getByRole('button').click();
  await expect(status(page)).toHaveText('This book is kept here for reading offline.');

  await closed(server);
  await page.goto(`${address}zh/2-3-go-allocator/`);
  await expect(page.locator('h1')).toHaveText('Go 内存分配器设计');
  const figure = page.locator('demo-figure').first();
  await figure.scrollIntoViewIfNeeded();
  await figure.dispatchEvent('pointerover');
  await expect(figure).toHaveAttribute('data-live', '');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('mcentral');
  await expect(page.locator('dialog a').first()).toBeVisible();
  const lost = await page.goto(`${address}en/nowhere/`);
  expect(lost?.status()).toBe(404);
  await page.goto(`${address}zh/1-2-stack?a=1#move`);
  await expect(page).toHaveURL(`${address}zh/1-2-stack/?a=1#move`);
  await expect(page.locator('h1')).toHaveText('栈内存');

  const wasm = await page.evaluate(async (from) => {
    const files = await (await caches.open((await caches.keys()).find((name) => name.startsWith('book-'))!)).keys();
    const url = files.map((request) => request.url).find((each) => each.endsWith('.wasm'))!;
    return (await (await fetch(url)).arrayBuffer()).byteLength + (url.startsWith(from) ? 0 : 1);
  }, address);
  expect(wasm).toBe(readFileSync('oracle/go-runtime.wasm').length);

  writeFileSync(join(dir, 'en/index.html'), readFileSync(join(dir, 'en/index.html'), 'utf8').replaceAll('<h1', '<h1 data-newer'));
  writeFileSync(join(dir, 'offline.js'), serviceWorker(dir));
  const again = await serve({ dir, base }, Number(new URL(address).port));
  await page.goto(`${address}en/`);
  const bar = page.locator('.newer');
  await expect(bar.getByRole('status')).toHaveText('A newer edition of this book is here.');
  await expect(bar, 'it is seen wherever the reader is').toBeInViewport({ ratio: 1 });
  await page.evaluate(() => { scrollTo(0, document.body.scrollHeight); });
  const [ends, begins] = [(await page.locator('.foot').boundingBox())!, (await bar.boundingBox())!];
  expect(ends.y + ends.height, 'and covers nothing for good').toBeLessThanOrEqual(begins.y);
  await expect(page.locator('h1[data-newer]'), 'nothing changes under a page being read').toHaveCount(0);
  await bar.getByRole('button', { name: 'Not now' }).click();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await expect(page.locator('h1[data-newer]')).toHaveCount(1);

  await offline(page).getByRole('button', { name: 'Delete it' }).click();
  await expect(status(page)).toHaveText('The book is no longer kept here.');
  await expect(offline(page).getByRole('button', { name: 'Keep the book' })).toBeEnabled();
  expect(await page.evaluate(async () => [...await caches.keys(), ...await navigator.serviceWorker.getRegistrations()])).toEqual([]);
  await closed(again);
}
