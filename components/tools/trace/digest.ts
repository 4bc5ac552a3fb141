import { demandOf } from '../../../src/engine/allocators/demand.ts';
import { marksOf } from '../../../src/engine/allocators/measure.ts';
import type { Trace } from '../../../src/engine/allocators/rep.ts';
import type { TraceText } from '../../../src/engine/allocators/trace-text.ts';
import { oddityOf, type Reading } from './reading.ts';

/** What the page shows of a trace before any allocator performed it. */
export function digest({ program, lines, format }: Trace & Pick<TraceText, 'format'>, mostMarks: number): Reading {
  const { live, peakLive, peakAt, nothingHeld, forgotten } = demandOf(program);
  const marks = marksOf(program.length, mostMarks, [peakAt]);
  return {
    format, operations: program.length, marks, live: marks.map((mark) => live[mark]!), peakLive, peakAt,
    nothingHeld: oddityOf(nothingHeld, lines), forgotten: oddityOf(forgotten, lines),
  };
}
