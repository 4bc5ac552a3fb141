import { explain } from '../../../src/engine/memory/classify.ts';
import { printAttributed } from '../../../src/engine/memory/print-attributed.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import type { Attributed } from '../../../src/engine/memory/what.ts';
import { readCounters, type CountersText } from '../../../src/engine/memory/counters/read-counters.ts';
import type { Pages } from '../../../src/engine/memory/counters/service.ts';
import { answering } from '../answering.ts';
import { digest, rowOf } from './digest.ts';
import type { AccountReading, Answers, Ask, MapReading, Page, Query, Reading, RollupReading, Stage } from './reading.ts';
import { accountReading, serviceReading } from './service/digest.ts';

/** The process read last. It never leaves this Worker but by the page and as a file. */
let held: readonly Attributed[] = [];
let service: { readonly text: CountersText; readonly pages: Pages } | undefined;

function read(text: string, tell: (stage: Stage) => void): Reading {
  tell('reading');
  const counters = readCounters(text);
  if (counters.kinds.every((kind) => kind === 'process')) return readMap(text, tell);
  const map = counters.kinds.includes('process') ? readMap(counters.process, tell) : undefined;
  service = { text: counters, pages: map?.kind === 'rollup' ? { rssKiB: map.rollup.rssKiB } : map ? { attributed: held } : {} };
  return serviceReading(service.text, service.pages, map);
}

function readMap(text: string, tell: (stage: Stage) => void): MapReading | RollupReading {
  const process = readProcess(text);
  if (process.kind === 'rollup') return { kind: 'rollup', rollup: process.rollup };
  tell('explaining');
  const explained = explain(process.mappings);
  held = explained.attributed;
  tell('summing');
  return digest(process, explained);
}

function account(choice: number): AccountReading {
  if (!service) throw new Error('no service was read');
  return accountReading(service.text, service.pages, choice);
}

function list({ from, count, what }: Query): Page {
  const rows = held.flatMap((one, index) => (what === undefined || one.parts.some((part) => part.what === what) ? [{ one, index }] : []));
  return { rows: rows.slice(from, from + count).map(({ one, index }) => rowOf(one, index)), all: rows.length };
}

answering<Ask, Answers[Ask['do']], Stage>((ask, { note }) => {
  switch (ask.do) {
    case 'read': return read(ask.text, note);
    case 'list': return list(ask);
    case 'account': return account(ask.choice);
    case 'json': return new Blob([printAttributed(held), '\n'], { type: 'application/json' });
  }
});
