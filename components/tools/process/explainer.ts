import { ProgramError } from '../../../src/engine/machine.ts';
import type { AccountReading, Answers, Ask, Page, Query, Reading, Stage, Told } from './reading.ts';

interface Waiting { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void; readonly onStage: (stage: Stage) => void }

/** One process text in a Worker of its own: nothing of it is read on the page. Closing it stops whatever it does. */
export class Explainer {
  readonly #worker = new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#abandon(new Error(event.message));
    };
  }

  /** Reads and explains a text. Rejects with a ProgramError when the text is damaged, with an Error when the Worker fails. */
  read(text: string, onStage: (stage: Stage) => void): Promise<Reading> {
    return this.#ask<'read'>({ do: 'read', text }, onStage);
  }

  /** Some of the mappings. */
  list(query: Query): Promise<Page> {
    return this.#ask<'list'>({ do: 'list', ...query });
  }

  /** The account of a service by another of its readings. */
  account(choice: number): Promise<AccountReading> {
    return this.#ask<'account'>({ do: 'account', choice });
  }

  /** Every mapping, as `npm run smaps` prints it. */
  json(): Promise<Blob> {
    return this.#ask<'json'>({ do: 'json' });
  }

  /** Ends the Worker in the middle of whatever it does. */
  close(): void {
    this.#worker.terminate();
    this.#abandon(new Error('closed'));
  }

  #ask<Do extends Ask['do']>(ask: Ask, onStage: (stage: Stage) => void = () => undefined): Promise<Answers[Do]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onStage });
      this.#worker.postMessage({ id, ask });
    });
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    if (told.say === 'stage') return waiting.onStage(told.stage);
    this.#waiting.delete(told.id);
    switch (told.say) {
      case 'answer': return waiting.resolve(told.answer as never);
      case 'damage': return waiting.reject(new ProgramError(told.damage.code, told.damage.message, told.damage, told.damage.args));
      case 'fault': return waiting.reject(new Error(told.message));
    }
  }

  #abandon(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
