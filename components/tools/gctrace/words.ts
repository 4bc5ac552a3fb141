import type { FieldName } from '../../../src/engine/go/gctrace/line.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import type { DeskWords } from '../at-desk.ts';
import type { CycleWords } from './cycle-words.ts';
import type { SceneWords, Quantity } from './scene.ts';

/** All that the tool says once it is used. */
export interface GctraceWords extends DeskWords, SceneWords {
  readonly cycle: CycleWords;
  readonly reading: string;
  readonly tooLong: (length: string, limit: string) => string;
  readonly nothing: string;
  /** Where every line that begins like gctrace is damaged. */
  readonly allDamaged: string;
  readonly field: (name: FieldName, like: string, found: string) => string;
  readonly cut: (name: FieldName) => string;
  readonly listed: (shown: string, all: string) => string;
  readonly skipped: (lines: string) => string;
  readonly more: (lines: string) => string;

  /** Between two sentences. */
  readonly gap: string;
  readonly title: (cycles: string, seconds: string) => string;
  readonly pauses: (longest: string, line: string, median: string) => string;
  readonly heaps: (live: string, goal: string) => string;
  readonly cpuTaken: (percent: string, assists: string) => string;
  readonly forced: (cycles: string) => string;
  readonly goalsHold: (cycles: string, gogc: string) => string;
  readonly goalsFail: (cycles: string, of: string, gogc: string) => string;
  /** What GOGC and GOMEMLIMIT the goals were held against. */
  readonly settings: (gogc: string, limit: string | undefined) => string;
  readonly off: string;
  readonly fitting: (from: string, to: string) => string;
  readonly noFitting: string;
  readonly passed: (lines: string) => string;

  readonly runs: string;
  readonly run: (number: string, cycles: string, line: string) => string;
  readonly show: string;
  readonly quantities: { readonly [Name in Quantity]: string };
  readonly overTime: (what: string) => string;
  readonly scrubber: string;
  readonly atCycle: (number: string, line: string) => string;
  readonly previous: string;
  readonly next: string;
}

export const loadGctraceWords: Record<Locale, () => Promise<{ readonly default: GctraceWords }>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
};
