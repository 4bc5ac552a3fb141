import { linesIn } from '../../components/tools/excerpt.ts';
import type { Bench, Kind } from './bench.ts';
import { cpuOf } from './cost.ts';
import { markupIn } from './markup.ts';

export interface Task { readonly name: string; readonly ms: number }

/** What became of one text: what went wrong, and the dearest task on the page and the work off it, in milliseconds of processor. */
export interface Trial { readonly faults: readonly string[]; readonly dearest: Task; readonly offPage: number }

/** Brings one text to the book. Nothing is thrown: whatever is, is a fault. */
export function tryText(kind: Kind, text: string): Trial {
  const bench = new Watching(text);
  const log = console.error;
  console.error = (...told: unknown[]) => { bench.fault(`logged ${told.map(described).join(' ')}`); };
  try {
    kind.bring(text, bench);
  } catch (error) {
    bench.fault(`uncaught ${described(error)}`);
  } finally {
    console.error = log;
  }
  return bench;
}

/** An error with the first place of ours that it passed. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => /^\s+at .*\.tsx?\b/.test(line))?.trim() ?? '';
  return `${error.name}: ${error.message.slice(0, 200)} ${place}`;
}

/** What a sentence says where a value is missing, or is no text. */
const slip = /\bundefined\b|\[object |\bNaN\b/i;

/** The same letters in a text that a sentence may say again, cut short. */
const letters = /undefined|\[object |nan/i;

class Watching implements Bench, Trial {
  readonly faults: string[] = [];
  dearest: Task = { name: 'none', ms: 0 };
  offPage = 0;
  readonly #mayShow: boolean;

  constructor(text: string) {
    this.#mayShow = letters.test(text);
  }

  page<Result>(name: string, work: () => Result): Result {
    const { result, ms } = timed(work);
    if (ms > this.dearest.ms) this.dearest = { name, ms };
    return result;
  }

  worker<Result>(work: () => Result): Result {
    const { result, ms } = timed(work);
    this.offPage += ms;
    return result;
  }

  shown(name: string, html: string): void {
    for (const markup of markupIn(html)) this.fault(`${name}: the text became ${markup}`);
    this.#read(name, html);
  }

  said(name: string, sentence: string): void {
    if (typeof sentence !== 'string' || sentence.trim() === '') this.fault(`${name}: nothing is said`);
    else this.#read(name, sentence);
  }

  blamed({ message, line, column }: Parameters<Bench['blamed']>[0], text: string): void {
    this.said('damage', message);
    if (!Number.isInteger(line) || line < 1 || line > linesIn(text)) return this.fault(`damage in line ${line}, which the text does not have: ${message}`);
    const length = lineOf(text, line).length;
    if (!Number.isInteger(column) || column < 1 || column > length + 1) this.fault(`damage in column ${column} of line ${line}, which has ${length}: ${message}`);
  }

  fault(what: string): void { this.faults.push(what); }

  #read(name: string, shown: string): void {
    const found = this.#mayShow ? null : slip.exec(shown);
    if (found) this.fault(`${name}: “${shown.slice(Math.max(0, found.index - 60), found.index + 40)}”`);
  }
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
  let done: { readonly result: Result } | undefined;
  const ms = cpuOf(() => { done = { result: work() }; });
  return { result: done!.result, ms };
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}
