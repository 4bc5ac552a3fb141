/** Reads what a real malloc library answered to a figure's program: rows of `heap-program@1`. */
import type { Answer, HeapOp } from '../engine/allocators/allocator.ts';
import { repLines } from '../engine/allocators/random-trace.ts';
import type { Row } from './recording.ts';

/** What one call was answered, and bytes from the heap's start to the break after it. */
export interface Recorded { readonly answer: Answer; readonly heap: number }

const call = /^(.+) = (\S+), (\d+)$/;
/** Bytes of a mimalloc segment. */
const segment = 2 ** 25;

/** The answers of a row. Throws an Error when the row answers another program than this one. */
export function answersTo(program: readonly HeapOp[], { library, calls }: Pick<Row<'heap-program@1'>, 'library' | 'calls'>): readonly Recorded[] {
  const rows = calls.map((line) => call.exec(line)!);
  const asked = repLines(program);
  const other = asked.findIndex((line, i) => line !== rows[i]?.[1]);
  if (other !== -1 || rows.length !== asked.length) throw new Error(`${library} was recorded with another program: call ${Math.max(0, other)} is ${asked[other]}, not ${rows[other]?.[1]}.`);
  let mappings = 0;
  return rows.map(([, , word, heap]) => ({ answer: word === 'm' ? -++mappings : read(word!), heap: Number(heap) }));
}

function read(word: string): Answer {
  if (word === '-' || word === '0') return null;
  const [offset, number] = word.split(':').reverse();
  return Number(number ?? 0) * segment + Number.parseInt(offset!, 16);
}
