import { Asking } from '../asking.ts';
import type { AccountReading, Answers, Ask, Page, Query, Reading, Stage } from './reading.ts';

/** One process text in a Worker of its own. */
export class Explainer extends Asking<Ask, Answers, Stage> {
  constructor() { super(new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' })); }

  /** Reads and explains a text. */
  read(text: string, onStage: (stage: Stage) => void): Promise<Reading> { return this.ask<'read'>({ do: 'read', text }, onStage); }

  /** Some of the mappings. */
  list(query: Query): Promise<Page> { return this.ask<'list'>({ do: 'list', ...query }); }

  /** The account of a service by another of its readings. */
  account(choice: number): Promise<AccountReading> { return this.ask<'account'>({ do: 'account', choice }); }

  /** Every mapping, as `npm run smaps` prints it. */
  json(): Promise<Blob> { return this.ask<'json'>({ do: 'json' }); }
}
