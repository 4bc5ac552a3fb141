/** Reads what real malloc libraries answered: recordings/malloc/*.json, and the traces they were asked. Node only. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Answer, HeapOp } from '../engine/allocators/allocator.ts';
import { randomTrace, type Mix } from '../engine/allocators/random-trace.ts';
import { readRep } from '../engine/allocators/rep.ts';
import { readRecording, type Row } from './recording.ts';

/** Programs whose malloc was recorded; names of files in oracle/recordings/malloc. */
export type Library = 'glibc' | 'glibc-notcache' | 'tcmalloc' | 'jemalloc' | 'mimalloc';

export type MallocRow = Row<'malloc@1'>;

export function mallocRows(library: Library): readonly MallocRow[] {
  const json: unknown = JSON.parse(readFileSync(`oracle/recordings/malloc/${library}.json`, 'utf8'));
  return readRecording('malloc@1', json).rows;
}

/** What malloc_usable_size said of requests of 0, 1, 2 … bytes. */
export function usableSizes(library: string): readonly number[] {
  const json: unknown = JSON.parse(readFileSync('oracle/recordings/malloc/usable.json', 'utf8'));
  const row = readRecording('usable@1', json).rows.find((row) => row.library === library);
  if (row === undefined) throw new Error(`No usable sizes of ${library} are recorded.`);
  return row.sizes.flatMap(([from, size], index) => new Array<number>((row.sizes[index + 1]?.[0] ?? row.limit + 1) - from).fill(size));
}

/** The operations of a trace, by the name a recording gives it. */
export function traceNamed(name: string): readonly HeapOp[] {
  const [kind, seed, mix, length, most] = name.split(' ');
  if (kind === 'random') return randomTrace(Number(seed), mix as Mix, Number(length), Number(most));
  return readRep(gunzipSync(readFileSync(`oracle/malloc/traces/${name}.rep.gz`)).toString()).program;
}

/** The answers of a row, frees left out. */
export const answersOf = (row: MallocRow): string[] => row.answers.join(' ').split(' ');

/** Bytes of a mimalloc segment. */
const segment = 2 ** 25;

/** An engine's answer as a recording writes it. */
export function answerWord(answer: Answer, segmented: boolean): string {
  if (answer === null) return '0';
  if (answer < 0) return 'm';
  return segmented ? `${Math.floor(answer / segment)}:${(answer % segment).toString(16)}` : answer.toString(16);
}

/** Where a machine's answers first part from a recording's; undefined when all are equal. */
export function firstDifference(apply: (op: HeapOp) => Answer, row: MallocRow, segmented = false): string | undefined {
  const words = answersOf(row);
  let next = 0;
  for (const [index, op] of traceNamed(row.trace).entries()) {
    const answer = apply(op);
    if (op.do === 'free') continue;
    const [ours, real] = [answerWord(answer, segmented), words[next++]];
    if (ours !== real) return `${row.trace}, operation ${index}: ${JSON.stringify(op)} gave ${ours}, the real one ${real}`;
  }
  return next === words.length ? undefined : `${row.trace}: ${next} answers, ${words.length} recorded`;
}
