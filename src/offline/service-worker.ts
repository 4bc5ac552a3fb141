/**
 * Keeps one edition of the book on the reader's machine, once asked to, and answers from it. The build writes the edition's
 * list of files before this text: each path below the book's address, and a hash of its bytes.
 */
declare const files: Readonly<Record<string, string>>;
declare const edition: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'book-';
const cacheName = prefix + edition;
/** Files asked for at a time. */
const atATime = 8;

/** Where a file is kept: under its address, whatever question mark follows it there. */
const addressOf = (path: string): string => new URL(path, worker.registration.scope).href;

/** The cache of the edition before this one, if there is one: caches are named in the order they were made. */
async function before(): Promise<Cache | undefined> {
  const name = (await caches.keys()).findLast((each) => each.startsWith(prefix) && each !== cacheName);
  return name === undefined ? undefined : caches.open(name);
}

/** Files that did not change are taken from the edition before; all others from the network, past its own cache. */
async function take(path: string, hash: string, old: Cache | undefined): Promise<Response> {
  const kept = await old?.match(addressOf(path));
  if (kept?.headers.get('x-hash') === hash) return kept;
  const response = await fetch(addressOf(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Response(await response.blob(), { headers: { 'content-type': response.headers.get('content-type') ?? '', 'x-hash': hash } });
}

async function tell(message: unknown): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

/** Takes the whole edition, or none of it: an installation that fails leaves nothing behind, and is tried again another time. */
async function keepAll(): Promise<void> {
  const [cache, old, all] = [await caches.open(cacheName), await before(), Object.entries(files)];
  for (let i = 0; i < all.length; i += atATime) {
    await Promise.all(all.slice(i, i + atATime).map(async ([path, hash]) => cache.put(addressOf(path), await take(path, hash, old))));
    await tell({ kept: Math.min(i + atATime, all.length), of: all.length });
  }
}

/** Where there is no room, a part of the book would only take more of it. */
async function forgetThis(error: unknown): Promise<never> {
  await caches.delete(cacheName);
  throw error;
}

/** A page of the edition before may still be open and want a file of its own: that edition stays until the next one comes. */
async function forgetOlder(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** What is kept under an address, in this edition or the one before, whatever question mark follows it. No cache is made: one may have been let go. */
async function keptAt(address: string): Promise<Response | undefined> {
  return await caches.match(address, { cacheName, ignoreSearch: true }) ?? (await before())?.match(address, { ignoreSearch: true });
}

/** Where a reader is sent who left out the slash that a page's address ends in; undefined where no page is kept there. */
async function withSlash({ mode, url }: Request): Promise<string | undefined> {
  const address = new URL(url);
  if (mode !== 'navigate' || address.pathname.endsWith('/')) return undefined;
  address.pathname += '/';
  return await keptAt(address.href) && address.href;
}

/** What is kept under a request's address; a page lies at its folder's address. */
async function answer(request: Request): Promise<Response> {
  const kept = await keptAt(request.url);
  if (kept) return kept;
  const meant = await withSlash(request);
  if (meant) return Response.redirect(meant);
  try {
    return await fetch(request);
  } catch (error) {
    const lost = request.mode === 'navigate' ? await keptAt(addressOf('404.html')) : undefined;
    if (lost) return new Response(lost.body, { status: 404, headers: lost.headers });
    throw error;
  }
}

worker.addEventListener('install', (event) => { event.waitUntil(keepAll().then(() => worker.skipWaiting(), forgetThis)); });
worker.addEventListener('activate', (event) => { event.waitUntil(forgetOlder().then(() => worker.clients.claim())); });
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});
