import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, serve } from './serve.ts';

let server: Server;
let folder: string;
const site = () => ({ dir: join(folder, 'dist'), base: '/book/' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'dist', 'en'), { recursive: true });
  mkdirSync(join(folder, 'dist', '_astro'));
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'dist', '404.html'), 'no such page');
  writeFileSync(join(folder, 'dist', 'en', 'index.html'), 'a page');
  writeFileSync(join(folder, 'dist', '_astro', 'a.js'), 'export {}');
  server = await serve(site(), 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for the path as written: `fetch` would tidy `..` away before sending it. */
function get(path: string): Promise<{ status: number; type: string; cache: string; location: string; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(addressOf(server, site()));
    request({ hostname, port, path }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => { body += String(chunk); });
      answer.on('end', () => {
        const { 'content-type': type = '', 'cache-control': cache = '', location = '' } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, type, cache, location, body });
      });
    }).once('error', reject).end();
  });
}

test('a folder answers with its index page, as UTF-8', async () => {
  expect(await get('/book/en/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: 'a page' });
});

test('a folder without its slash, and the root without the base, lead to the right address', async () => {
  expect(await get('/book/en')).toMatchObject({ status: 302, location: '/book/en/' });
  expect(await get('/')).toMatchObject({ status: 302, location: '/book/' });
});

test('hashed files may be kept for ever, pages are asked for again', async () => {
  expect(await get('/book/_astro/a.js')).toMatchObject({ type: 'text/javascript; charset=utf-8', cache: expect.stringContaining('immutable') as string });
  expect((await get('/book/en/')).cache).toBe('no-cache');
});

test('what is not there answers 404 with the book’s own page', async () => {
  expect(await get('/book/nothing/')).toMatchObject({ status: 404, body: 'no such page' });
  expect(await get('/en/')).toMatchObject({ status: 404 });
});

test.each(['/book/../secret.html', '/book/..%2fsecret.html', '/book/%2e%2e/secret.html', '/book/%zz', '/book/%00'])('%s never leaves the folder', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain('secret');
});

test('a script that is to come first stands before whatever else a page has in its head, and in no other file', async () => {
  writeFileSync(join(folder, 'dist', 'en', 'headed.html'), '<head><meta name="a">');
  const listening = { ...site(), first: 'listen("$&")' };
  const other = await serve(listening, 0);
  const read = async (path: string): Promise<string> => (await fetch(addressOf(other, listening) + path)).text();
  expect(await read('en/headed.html')).toBe('<head><script>listen("$&")</script><meta name="a">');
  expect(await read('_astro/a.js')).toBe('export {}');
  other.close();
});
