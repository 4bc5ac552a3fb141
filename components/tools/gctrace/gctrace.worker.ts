import { ProgramError } from '../../../src/engine/machine.ts';
import { fittingGogc } from '../../../src/engine/go/gctrace/fitting.ts';
import { readGctrace } from '../../../src/engine/go/gctrace/read.ts';
import { readingOf, type Ask, type Told } from './reading.ts';

self.onmessage = ({ data: { text, settings } }: MessageEvent<Ask>) => {
  try {
    const gctrace = readGctrace(text, settings);
    const misses = gctrace.cycles.some(({ inside }) => inside === false);
    const reading = readingOf(gctrace, settings, misses ? fittingGogc(gctrace.cycles, settings.memoryLimit) : undefined);
    self.postMessage({ say: 'read', reading } satisfies Told, { transfer: Object.values(reading.columns).map(({ buffer }) => buffer) });
  } catch (error) {
    if (error instanceof ProgramError) {
      const { code, message, line, column, args } = error;
      self.postMessage({ say: 'damage', damage: { code, message, line, column, args } } satisfies Told);
    } else self.postMessage({ say: 'fault', message: error instanceof Error ? error.message : String(error) } satisfies Told);
  }
};
