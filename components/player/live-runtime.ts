import goVersion from '../../oracle/go-version?raw';
import sums from '../../oracle/go-runtime.wasm.sha256?raw';
import url from '../../oracle/go-runtime.wasm?url';
import { RemoteGoRuntime, startWorker, type Port } from '../../src/oracle/go-runtime/remote.ts';
import type { Progress } from '../../src/oracle/go-runtime/load.ts';

/** Bytes of go-runtime.wasm, from astro.config.mjs: of a compressed file a server does not say. */
declare const GO_RUNTIME_BYTES: number;

/** The Go that answers: `1.27.4`. */
export const liveGo = goVersion.trim().replace(/^go/, '');

let worker: Port | undefined;

/** The real Go runtime in the page's one Worker; the file is fetched when the first program is asked. */
export function liveRuntime(progress: Progress): RemoteGoRuntime {
  worker ??= startWorker();
  return new RemoteGoRuntime(worker, { url: new URL(url, window.location.href).href, sum: sums.split(' ')[0]! }, (received) => progress(received, GO_RUNTIME_BYTES));
}

/** After a failure the next check starts with a Worker of its own. */
export function forgetRuntime(): void {
  worker?.terminate();
  worker = undefined;
}
