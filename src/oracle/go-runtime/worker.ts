/** The Worker in which the live runtime computes, so that a long collection never stops the page. */
import { GoRuntime } from '../go-runtime.ts';
import { loadModule } from './load.ts';
import type { FromWorker, ToWorker } from './remote.ts';

let runtime: Promise<GoRuntime> | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then(postMessage, (error: unknown) => postMessage(failed(error)));
});

async function answer({ url, sum, program }: ToWorker): Promise<FromWorker> {
  runtime ??= loadModule(url, sum, (received, total) => postMessage({ kind: 'progress', received, total } satisfies FromWorker))
    .then((module) => new GoRuntime(module));
  const fresh = (await runtime).fresh();
  return { kind: 'answers', answers: fresh.ask(program), renewals: fresh.renewals };
}

function failed(error: unknown): FromWorker {
  runtime = undefined;
  const failure = error instanceof Error && 'failure' in error ? String(error.failure) : 'damaged';
  return { kind: 'failed', failure, message: error instanceof Error ? error.message : String(error) };
}
