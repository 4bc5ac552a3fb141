import { explain } from '../../../src/engine/memory/classify.ts';
import { readCounters, type CountersText } from '../../../src/engine/memory/counters/read-counters.ts';
import type { Pages } from '../../../src/engine/memory/counters/service.ts';
import { printAttributed } from '../../../src/engine/memory/print-attributed.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import type { Attributed } from '../../../src/engine/memory/what.ts';
import { digest, rowOf } from './digest.ts';
import type { AccountReading, MapReading, Page, Query, Reading, RollupReading, Stage } from './reading.ts';
import { accountReading, serviceReading } from './service/digest.ts';

/** The process read last, and what may be asked of it: it never leaves the Worker but by the page and as a file. */
export class Explaining {
  #held: readonly Attributed[] = [];
  #service: { readonly text: CountersText; readonly pages: Pages } | undefined;

  /** Throws a ProgramError with a code of the engine's damages, and nothing else, for any text. */
  read(text: string, tell: (stage: Stage) => void): Reading {
    tell('reading');
    const counters = readCounters(text);
    if (counters.kinds.every((kind) => kind === 'process')) return this.#readMap(text, tell);
    const map = counters.kinds.includes('process') ? this.#readMap(counters.process, tell) : undefined;
    this.#service = { text: counters, pages: map?.kind === 'rollup' ? { rssKiB: map.rollup.rssKiB } : map ? { attributed: this.#held } : {} };
    return serviceReading(counters, this.#service.pages, map);
  }

  account(choice: number): AccountReading {
    if (!this.#service) throw new Error('no service was read');
    return accountReading(this.#service.text, this.#service.pages, choice);
  }

  list({ from, count, what }: Query): Page {
    const rows = this.#held.flatMap((one, index) => (what === undefined || one.parts.some((part) => part.what === what) ? [{ one, index }] : []));
    return { rows: rows.slice(from, from + count).map(({ one, index }) => rowOf(one, index)), all: rows.length };
  }

  /** Every mapping, as `npm run smaps` prints it. */
  json(): string { return `${printAttributed(this.#held)}\n`; }

  #readMap(text: string, tell: (stage: Stage) => void): MapReading | RollupReading {
    const process = readProcess(text);
    if (process.kind === 'rollup') return { kind: 'rollup', rollup: process.rollup };
    tell('explaining');
    const explained = explain(process.mappings);
    this.#held = explained.attributed;
    tell('summing');
    return digest(process, explained);
  }
}
