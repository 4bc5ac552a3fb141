/**
 * `npm run nginx`: lets a real nginx serve the built book by `deploy/nginx.conf`, asks it for a page of every kind, and says in a
 * sentence where it answers otherwise than `dist/_headers` says. Needs nginx (on Debian: apt-get install nginx-light). Exit code 1 when anything is wrong.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { needBuilt, optionsOf, refuse } from './command.ts';
import { spokenOf, wrongWith, type Asked } from './nginx/answers.ts';
import { saidFor } from './nginx/headers.ts';
import { base, dist, root } from './paths.ts';

/** Configuration around that of the book: all that nginx writes is in `folder`, and its worker reads dist as whoever called this. */
const around = (folder: string): string => `${process.getuid?.() === 0 ? 'user root;\n' : ''}worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/${name};\n`).join('')}  include ${folder}/book.conf;
}
`;

/** The book's own configuration with another place and another address, and nothing else. */
function placed(text: string, port: number): string {
  const moved = text.replace(/^( {4}listen) 80;$/m, `$1 127.0.0.1:${port};`).replace(/^( {4}root) \/srv\/book;$/m, `$1 ${dist};`);
  if (!moved.includes(`listen 127.0.0.1:${port};`) || !moved.includes(`root ${dist};`)) throw new Error('deploy/nginx.conf no longer has "listen 80;" and "root /srv/book;": scripts/nginx.ts replaces them.');
  return moved;
}

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => { server.close(closed); });
  return port;
}

/** Runs nginx on a configuration; what it complains of ends this. */
function nginx(conf: string, ...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync('nginx', ['-c', conf, '-e', join(dirname(conf), 'error.log'), ...args], { encoding: 'utf8' });
  if (error) refuse('There is no nginx on the PATH. On Debian: apt-get install nginx-light.');
  if (status !== 0) throw new Error(`nginx ${args.join(' ')} failed: ${stderr.trim()}`);
}

/** The first built file of a kind, as a path of the host. */
function built(pattern: string): string {
  const [found] = globSync(pattern, { cwd: dist }).sort();
  if (found === undefined) throw new Error(`dist has no ${pattern}.`);
  return `/${found.split(sep).join('/').replace(/index\.html$/, '')}`;
}

/** A page of each kind, a file of each, and what is not there: in the book, among frames, among what is kept for good. */
const asked = (): readonly Asked[] => [
  ...['index.html', 'en/index.html', 'zh/1-1-*/index.html', 'en/embed/*/index.html', 'zh/embed/*/index.html', 'en/tools/*/index.html'].map((page) => ({ path: built(page), status: 200, type: 'text/html' })),
  { path: built('_astro/*.js'), status: 200, type: 'text/javascript' },
  { path: built('_astro/*.css'), status: 200, type: 'text/css' },
  { path: built('_astro/*.wasm'), status: 200, type: 'application/wasm' },
  { path: built('_astro/*.woff2'), status: 200, type: 'font/woff2' },
  { path: built('editions/*.epub'), status: 200, type: 'application/epub+zip' },
  { path: '/offline.js', status: 200, type: 'text/javascript' },
  ...['/en/nowhere/', '/en/embed/nowhere/', '/_astro/nowhere.js'].map((path) => ({ path, status: 404, type: 'text/html' })),
];

/** What is wrong with the answer to one path. */
async function lookAt(address: string, rules: string, one: Asked): Promise<readonly string[]> {
  const response = await fetch(address + one.path, { redirect: 'manual' });
  await response.arrayBuffer();
  // What is not there is answered with the page that says so, and is kept no longer than any page.
  const said = saidFor(rules, one.status === 404 ? '/404.html' : one.path);
  return wrongWith(one, { status: response.status, headers: new Map(response.headers) }, said, spokenOf(rules));
}

/** A page asked for again must not come again, and one that is long comes packed. */
async function lookAtCaching(address: string, path: string): Promise<readonly string[]> {
  const first = await fetch(address + path, { headers: { 'accept-encoding': 'gzip' } });
  await first.arrayBuffer();
  const etag = first.headers.get('etag');
  const again = await fetch(address + path, { headers: { 'if-none-match': etag ?? '' } });
  return [
    ...(first.headers.get('content-encoding') === 'gzip' ? [] : [`${path} is not packed for a browser that could unpack it.`]),
    ...(again.status === 304 ? [] : [`${path} asked for again with its etag ${etag ?? 'none'} is answered with ${again.status}, and should be with 304.`]),
  ];
}

async function main(): Promise<void> {
  optionsOf({ options: {} }, 'Usage: npm run nginx');
  needBuilt();
  if (base !== '/') refuse('deploy/nginx.conf is for a book at the root of its host: unset BASE_PATH and build again.');
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const [conf, port] = [join(folder, 'nginx.conf'), await freePort()];
  writeFileSync(conf, around(folder));
  writeFileSync(join(folder, 'book.conf'), placed(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8'), port));
  mkdirSync(join(folder, 'client_body'));
  nginx(conf, '-t');
  nginx(conf); // returns when it listens
  try {
    const [address, rules, all] = [`http://127.0.0.1:${port}`, readFileSync(join(dist, '_headers'), 'utf8'), asked()];
    const wrong = (await Promise.all([...all.map((one) => lookAt(address, rules, one)), ...['/en/', built('_astro/*.js')].map((path) => lookAtCaching(address, path))])).flat();
    for (const sentence of wrong) console.error(sentence);
    console.log(`nginx was asked for ${all.length} paths; ${wrong.length === 0 ? 'it answers as dist/_headers says.' : `${wrong.length} things are wrong.`}`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } finally {
    nginx(conf, '-s', 'quit');
    rmSync(folder, { recursive: true });
  }
}

await main();
