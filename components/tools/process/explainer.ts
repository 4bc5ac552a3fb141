import { signal, type Signal } from '@preact/signals';
import { Asking } from '../asking.ts';
import type { AccountReading, Answers, Ask, Page, Query, Reading, Stage } from './reading.ts';

/** One process text in a Worker of its own. */
export class Explainer extends Asking<Ask, Answers, Stage> {
  /** How many accounts, and how many files, are waited for. */
  readonly accounts = signal(0);
  readonly files = signal(0);
  #text = '';

  constructor() { super(() => new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' })); }

  /** Reads and explains a text. */
  read(text: string, onStage: (stage: Stage) => void): Promise<Reading> {
    this.#text = text;
    return this.ask<'read'>({ do: 'read', text }, onStage);
  }

  /** Some of the mappings. */
  list(query: Query): Promise<Page> { return this.ask<'list'>({ do: 'list', ...query }); }

  /** The account of a service by another of its readings. */
  account(choice: number): Promise<AccountReading> { return counted(this.accounts, this.ask<'account'>({ do: 'account', choice })); }

  /** Every mapping, as `npm run smaps` prints it. */
  json(): Promise<Blob> { return counted(this.files, this.ask<'json'>({ do: 'json' })); }

  /** Leaves off all that is waited for. Another Worker reads the text meanwhile, to answer what is asked later. */
  stop(): void {
    this.renew();
    this.ask<'read'>({ do: 'read', text: this.#text }).catch(() => undefined /* what is asked later fails for the same reason */);
  }
}

function counted<Answer>(waited: Signal<number>, answer: Promise<Answer>): Promise<Answer> {
  waited.value++;
  return answer.finally(() => { waited.value--; });
}
