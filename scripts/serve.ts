import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';

/** What a server of static files needs to know. */
export interface Site {
  /** The folder served. */
  readonly dir: string;
  /** Path in front of every page, with a slash at each end. */
  readonly base: string;
  /** A script that every page runs before its own and before its security policy: what a smoke run listens with. */
  readonly first?: string;
}

/** Content types by extension; anything else is sent as bytes. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.epub': 'application/epub+zip',
  '.pdf': 'application/pdf',
};

const compressible = /^(text|application\/(json|xml|wasm)|image\/svg)/;

/** Quickly: the highest quality takes 2.8 s for go-runtime.wasm, this one 0.04, for 14 % more bytes. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** What was compressed of each file, by encoding and name, and what it was made of. */
const packed = new Map<string, { readonly of: Buffer; readonly sent: Buffer }>();

/** The compressed bytes of a file; made once as long as the file stays as it is. */
function pack(file: string, body: Buffer, encoding: 'br' | 'gzip'): Buffer {
  const name = `${encoding} ${file}`;
  const known = packed.get(name);
  if (known?.of.equals(body)) return known.sent;
  const sent = encoding === 'br' ? brotliCompressSync(body, brotli) : gzipSync(body);
  packed.set(name, { of: body, sent });
  return sent;
}

interface Found { readonly file: string; readonly status: 200 | 404 }

/** Starts serving; `port` 0 picks a free one. Resolves when it listens, rejects when the port is taken. */
export function serve(site: Site, port: number, host = 'localhost'): Promise<Server> {
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => { fail(response, error); });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => { resolve(server); });
  });
}

/** The address a reader types to see the book. */
export function addressOf(server: Server, { base }: Site): string {
  return `http://localhost:${(server.address() as AddressInfo).port}${base}`;
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const url = pathOf(request);
  if (url === undefined) return void response.writeHead(400).end();
  const moved = await redirect(site, url);
  if (moved !== undefined) return void response.writeHead(302, { location: moved }).end();
  await send(site, await find(site, url), request, response);
}

/** The decoded path asked for; undefined when it is no path at all (`%zz`). */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** Where a path leads that lacks the base or the slash after a folder. */
async function redirect({ dir, base }: Site, url: string): Promise<string | undefined> {
  if (url === '/' && base !== '/') return base;
  const inside = within(dir, base, url);
  const folder = inside !== undefined && !url.endsWith('/') && (await kindOf(inside)) === 'folder';
  return folder ? encodeURI(`${url}/`) : undefined;
}

async function find({ dir, base }: Site, url: string): Promise<Found> {
  const inside = within(dir, base, url);
  const file = inside === undefined ? undefined : url.endsWith('/') ? join(inside, 'index.html') : inside;
  if (file !== undefined && (await kindOf(file)) === 'file') return { file, status: 200 };
  return { file: join(dir, '404.html'), status: 404 };
}

/** The path on disk, or undefined when it would leave the folder served. */
function within(dir: string, base: string, url: string): string | undefined {
  if (!url.startsWith(base) || url.includes('\0')) return undefined;
  const path = normalize(join(dir, url.slice(base.length)));
  return `${path}${sep}`.startsWith(`${normalize(dir)}${sep}`) ? path : undefined;
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ? 'file' : info?.isDirectory() ? 'folder' : undefined;
}

async function send({ first }: Site, { file, status }: Found, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stored = await readFile(file).catch(() => Buffer.from('Not found'));
  const body = first !== undefined && extname(file) === '.html' ? Buffer.from(stored.toString().replace('<head>', () => `<head><script>${first}</script>`)) : stored;
  const type = types[extname(file)] ?? 'application/octet-stream';
  const encoding = compressible.test(type) ? encodingFor(String(request.headers['accept-encoding'] ?? '')) : undefined;
  const sent = encoding === undefined ? body : pack(file, body, encoding);
  response.writeHead(status, {
    'content-type': type,
    'content-length': sent.length,
    'cache-control': /[/\\]_astro[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(encoding !== undefined && { 'content-encoding': encoding, vary: 'accept-encoding' }),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
