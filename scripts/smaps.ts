/**
 * `npm run -s smaps -- FILE` prints what every mapping of a process is, as one JSON array with a line for each mapping.
 * FILE is the text of maps, smaps or pmap; `-` reads standard input. With MemStats, Prometheus, runtime/metrics or cgroup files
 * in it, it prints one JSON object instead: the account in bytes, what to look at, the identities of MemStats, the mappings.
 * Skipped lines and what is wrong go to standard error; where nothing can be read, with exit code 1. So does smaps_rollup alone,
 * because its one sum over all mappings cannot be taken apart.
 */
import { readFileSync } from 'node:fs';
import { ProgramError, type Damage } from '../src/engine/machine.ts';
import { attribute } from '../src/engine/memory/classify.ts';
import { barOf } from '../src/engine/memory/counters/bar.ts';
import { findingsOf } from '../src/engine/memory/counters/findings.ts';
import { readCounters, type CountersText } from '../src/engine/memory/counters/read-counters.ts';
import { serviceOf } from '../src/engine/memory/counters/service.ts';
import { printAttributed } from '../src/engine/memory/print-attributed.ts';
import { readProcess, type ProcessText } from '../src/engine/memory/read.ts';
import type { Attributed } from '../src/engine/memory/what.ts';

const usage = 'Usage: npm run -s smaps -- FILE (the text of maps, smaps or pmap, also with heap?debug=1, /metrics or memory.stat; - reads standard input).';

function main(args: readonly string[]): void {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return fail(usage);
  try {
    console.log(print(readFileSync(file === '-' ? 0 : file, 'utf8'), file));
  } catch (error) {
    fail(sentence(error, file));
  }
}

function print(text: string, file: string): string {
  const counters = readCounters(text);
  if (counters.kinds.every((kind) => kind === 'process')) return printAttributed(attributeText(text));
  for (const damage of counters.damages) console.error(`${placed(damage, file)} Skipped.`);
  return printService(counters);
}

function printService(counters: CountersText): string {
  const process: ProcessText | undefined = counters.kinds.includes('process') ? readProcess(counters.process) : undefined;
  const attributed = process && process.kind !== 'rollup' ? attribute(process.mappings) : undefined;
  const service = serviceOf(counters, process?.kind === 'rollup' ? { rssKiB: process.rollup.rssKiB } : attributed ? { attributed } : {});
  const { account: { rss, charge, go }, limit, missing, identities } = service;
  const account = { bar: barOf(service), rss: rss?.total, mappedReady: go?.mappedReady, usage: charge?.usage, workingSet: charge?.workingSet, limit, missing };
  const rest = JSON.stringify({ account, findings: findingsOf(service), identities }, null, 1);
  return attributed ? `${rest.slice(0, -2)},\n "mappings": ${printAttributed(attributed)}\n}` : rest;
}

function attributeText(text: string): readonly Attributed[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') {
    throw new Error('This is smaps_rollup: the sum of all mappings, which cannot be told apart in it. Give smaps or maps of the same process.');
  }
  return attribute(read.mappings);
}

const placed = ({ line, column, message }: Damage, file: string): string => `${file}, line ${line}, column ${column}: ${message}`;

function sentence(error: unknown, file: string): string {
  if (error instanceof ProgramError) return placed(error, file);
  if (error instanceof Error && 'code' in error) return `${file} cannot be read (${String(error.code)}). Give the name of a file, or - for standard input.`;
  return error instanceof Error ? `${file}: ${error.message}` : String(error);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
