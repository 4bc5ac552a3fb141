import sums from '../../oracle/go-runtime.wasm.sha256?raw';
import url from '../../oracle/go-runtime.wasm?url';
import { RemoteGoRuntime, startWorker, type Port } from '../../src/oracle/go-runtime/remote.ts';
import type { Progress } from '../../src/oracle/go-runtime/load.ts';

let worker: Port | undefined;

/** The real Go runtime in the page's one Worker; the file is fetched when the first program is asked. */
export function liveRuntime(progress: Progress): RemoteGoRuntime {
  worker ??= startWorker();
  return new RemoteGoRuntime(worker, { url: new URL(url, window.location.href).href, sum: sums.split(' ')[0]! }, progress);
}

/** After a failure the next check starts with a Worker of its own. */
export function forgetRuntime(): void {
  worker?.terminate();
  worker = undefined;
}
