import { readFileSync } from 'node:fs';
import { fittingGogc } from '../../src/engine/go/gctrace/fitting.ts';
import { readGctrace } from '../../src/engine/go/gctrace/read.ts';
import { readCounters } from '../../src/engine/memory/counters/read-counters.ts';
import { longestText } from '../../src/engine/memory/read.ts';
import { usualCpuOf } from '../fuzz/cost.ts';
import { median } from '../measure/stats.ts';
import { table } from '../table.ts';
import { pasted } from './pasted.ts';
import { readBy } from './readers.ts';

interface Recorded<Row> { readonly rows: readonly Row[] }
const recorded = <Row>(name: string): readonly Row[] => (JSON.parse(readFileSync(`oracle/recordings/${name}.json`, 'utf8')) as Recorded<Row>).rows;

/** A log of as many cycles, one every tenth of a second. */
function log(cycles: number): string {
  const [line = ''] = recorded<{ text: string }>('gctrace-settings')[0]!.text.split('\n');
  return Array.from({ length: cycles }, (_, i) => line.replace(/^gc \d+ @[\d.]+/, `gc ${i + 1} @${(i / 10).toFixed(3)}`)).join('\n');
}

/** Everything one service gives, again and again, to the longest text that is read. */
function served(): string {
  const [row] = recorded<Record<string, unknown>>('serving');
  const once = Object.values(row!).filter((text) => typeof text === 'string').join('\n');
  return once.repeat(Math.ceil(longestText / once.length)).slice(0, longestText);
}

const rounds = 5;

function cost(work: () => void): string {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return (median(times) ?? 0).toFixed(0);
}

const MiB = 2 ** 20;

/** What a tool takes of the processor for a text of 5 MiB, and how much of it a second. */
function row({ name, reader, text }: (typeof pasted)[number]): string[] {
  const given = text(longestText);
  const ms = usualCpuOf(() => { readBy(reader, given); });
  return [name, ms.toFixed(0), (given.length / MiB / (ms / 1000)).toFixed(0)];
}

/** What the tools take to read the longest texts readers may paste. A log of 50,000 collections should be there within a second. */
export function benchTexts(): void {
  const [gctrace, service] = [log(50_000), served()];
  console.log(table(['texts, read', 'ms'], [
    ['gctrace, 50,000 lines', cost(() => { readGctrace(gctrace); })],
    ['gctrace, 50,000 lines, and which GOGC fits', cost(() => { fittingGogc(readGctrace(gctrace).cycles, undefined); })],
    ['what services give, 5 MiB', cost(() => { readCounters(service); })],
  ]));
  console.log(table(['5 MiB, read and put together for the page', 'ms of processor', 'MiB/s'], pasted.map(row)));
}
