import { fittingGogc } from '../../../src/engine/go/gctrace/fitting.ts';
import { readGctrace } from '../../../src/engine/go/gctrace/read.ts';
import { readingOf, type Ask, type Reading } from './reading.ts';

/** All that the page shows of a log. Throws a ProgramError for one that is too long, and nothing else. */
export function readLog({ text, settings }: Pick<Ask, 'text' | 'settings'>): Reading {
  const gctrace = readGctrace(text, settings);
  const misses = gctrace.cycles.some(({ inside }) => inside === false);
  return readingOf(gctrace, settings, misses ? fittingGogc(gctrace.cycles, settings.memoryLimit) : undefined);
}
