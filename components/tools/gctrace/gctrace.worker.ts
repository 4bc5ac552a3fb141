import { fittingGogc } from '../../../src/engine/go/gctrace/fitting.ts';
import { readGctrace } from '../../../src/engine/go/gctrace/read.ts';
import { answering } from '../answering.ts';
import { readingOf, type Ask, type Reading } from './reading.ts';

function read({ text, settings }: Ask): Reading {
  const gctrace = readGctrace(text, settings);
  const misses = gctrace.cycles.some(({ inside }) => inside === false);
  return readingOf(gctrace, settings, misses ? fittingGogc(gctrace.cycles, settings.memoryLimit) : undefined);
}

answering(read, ({ columns }) => Object.values(columns).map(({ buffer }) => buffer));
