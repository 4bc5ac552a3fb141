import type { Real } from '../../engine/machine.ts';
import type { Renewal, RuntimeAnswer, RuntimeOp } from '../go-runtime.ts';
import { LoadError, type LoadFailure, type Progress } from './load.ts';

/** One program for the Worker, with where to find the runtime and its SHA-256. */
export interface ToWorker { readonly url: string; readonly sum: string; readonly program: readonly RuntimeOp[] }

export type FromWorker =
  | { readonly kind: 'progress'; readonly received: number; readonly total: number | undefined }
  | { readonly kind: 'answers'; readonly answers: readonly RuntimeAnswer[]; readonly renewals: readonly Renewal[] }
  | { readonly kind: 'failed'; readonly failure: string; readonly message: string };

/** The part of a Worker that is used here. */
export interface Port {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The real Go runtime in a Worker. One program at a time; each gets a runtime of its own. */
export class RemoteGoRuntime implements Real<RuntimeOp, RuntimeAnswer> {
  readonly #port: Port;
  readonly #url: string;
  readonly #sum: string;
  readonly #progress: Progress;
  #renewals: readonly Renewal[] = [];

  constructor(port: Port, file: { readonly url: string; readonly sum: string }, progress: Progress = () => {}) {
    this.#port = port;
    this.#url = file.url;
    this.#sum = file.sum;
    this.#progress = progress;
  }

  /** Where the last program needed a fresh runtime. */
  get renewals(): readonly Renewal[] {
    return this.#renewals;
  }

  /** Throws a {@link LoadError} when the runtime cannot be had. */
  answers(program: readonly RuntimeOp[]): Promise<readonly RuntimeAnswer[]> {
    return new Promise((resolve, reject) => {
      this.#port.onmessage = ({ data }) => this.#take(data, resolve, reject);
      this.#port.onerror = ({ message }) => reject(new LoadError('no worker', message));
      this.#port.postMessage({ url: this.#url, sum: this.#sum, program });
    });
  }

  /** Ends the Worker, in the middle of a program too. */
  close(): void {
    this.#port.terminate();
  }

  #take(message: FromWorker, resolve: (answers: readonly RuntimeAnswer[]) => void, reject: (error: Error) => void): void {
    switch (message.kind) {
      case 'progress':
        return this.#progress(message.received, message.total);
      case 'failed':
        return reject(new LoadError(message.failure as LoadFailure, message.message));
      case 'answers':
        this.#renewals = message.renewals;
        return resolve(message.answers);
    }
  }
}

/** Starts the Worker. Throws a {@link LoadError} where the browser allows none. */
export function startWorker(): Port {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    throw new LoadError('no worker', String(error));
  }
}
