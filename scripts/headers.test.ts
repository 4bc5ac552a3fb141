import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { saidFor, type Headers } from './nginx/headers.ts';

const byHost = (path: string): Headers => saidFor(readFileSync('public/_headers', 'utf8'), path);

const nginx = readFileSync('deploy/nginx.conf', 'utf8');

/** What `deploy/nginx.conf` says for a path: its headers, with its maps looked up. */
function byNginx(path: string): Headers {
  const unquoted = (text: string) => text.replace(/^"(.*)"$/, '$1');
  const maps = new Map([...nginx.matchAll(/^map \$uri (\$\w+) \{([^}]*)\}/gm)].map(([, name = '', body = '']) => [name, valueFor(path, body)]));
  const said = [...nginx.matchAll(/add_header (\S+) ("[^"]*"|\$\w+) always;/g)].map(([, name = '', value = '']) => [name, unquoted(maps.get(value) ?? value)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

function valueFor(path: string, body: string): string {
  const lines = [...body.matchAll(/^ {4}(?:~(\S+)|default)\s+(".*");/gm)];
  const found = lines.find(([, pattern]) => pattern !== undefined && new RegExp(pattern).test(path)) ?? lines.find(([, pattern]) => pattern === undefined);
  return found![2]!;
}

test.each(['/en/', '/zh/embed/tide/', '/_astro/player.js', '/en/embed/tide/index.html'])('nginx says of %s what Cloudflare’s host says', (path) => {
  expect(byNginx(path)).toEqual(byHost(path));
});

test('only files whose names hold a hash are kept for good, and only figures for frames may be framed', () => {
  expect(byHost('/_astro/player.js')['Cache-Control']).toContain('immutable');
  expect(byHost('/en/')['Cache-Control']).toBe('public, max-age=0, must-revalidate');
  expect(byHost('/en/')['Content-Security-Policy']).toContain("frame-ancestors 'self'");
  expect(byHost('/en/embed/tide/')).not.toHaveProperty('Content-Security-Policy');
});

test('a file of the book is called what it is by both', () => {
  expect(byHost('/editions/go-runtime-memory-zh.epub')['Content-Type']).toBe('application/epub+zip');
  expect(nginx).toContain(String.raw`location ~ \.epub$ { default_type application/epub+zip; }`);
});
