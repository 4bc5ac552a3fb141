/** Fetches go-runtime.wasm once, on the reader's wish, and compiles it. */

/** What can go wrong before the runtime answers; the figure has a sentence for each. */
export type LoadFailure = 'refused' | 'damaged' | 'no worker';

export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** Told after each piece: bytes received, and of how many where the server says. */
export type Progress = (received: number, total: number | undefined) => void;

/** Compiles the module at `url`, whose SHA-256 is `sum` (hex). Throws a {@link LoadError}. */
export async function loadModule(url: string, sum: string, progress: Progress = () => {}): Promise<WebAssembly.Module> {
  const bytes = await download(url, progress);
  if (await sha256(bytes) !== sum) {
    await (await store())?.delete(url);
    throw new LoadError('damaged', `What came from ${url} is not the file this book was built with.`);
  }
  return WebAssembly.compile(bytes);
}

async function download(url: string, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const response = await stored(url);
  const total = lengthOf(response);
  const pieces: Uint8Array[] = [];
  let received = 0;
  // WebKit 2.50 does not iterate over a stream; it reads from one.
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    pieces.push(read.value);
    received += read.value.length;
    progress(received, total);
  }
  return joined(pieces, received);
}

/** How many bytes will arrive, where the server says: of a compressed file it says how many travel. */
function lengthOf({ headers }: Response): number | undefined {
  return headers.has('content-encoding') ? undefined : Number(headers.get('content-length')) || undefined;
}

const store = async (): Promise<Cache | undefined> => globalThis.caches?.open('go-runtime');

/** The response from the browser's own store, where there is one, else from the server and into the store. */
async function stored(url: string): Promise<Response> {
  const cache = await store();
  const hit = await cache?.match(url);
  if (hit) return hit;
  const response = await fetch(url).catch((error: unknown) => { throw new LoadError('refused', `${url} cannot be fetched: ${String(error)}`); });
  if (!response.ok) throw new LoadError('refused', `${url} answered ${response.status}.`);
  await cache?.put(url, response.clone());
  return response;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
