import type { StartGo, SummaryAnswer, SummaryEvent } from '../../engine/memory/summary-machine.ts';
import type { SummaryPart } from '../../engine/memory/summaries.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'seed' | 'since121' | 'randomised';

/** What *Summary calculator* says beside what every demo says. */
export interface SummaryWords extends DemoWords<typeof controls, Presets, StartGo, SummaryEvent, SummaryAnswer> {
  readonly part: (of: SummaryPart) => string;
  /** How much is reserved, and how much heap one entry stands for. */
  readonly size: (reserved: string, entry: string) => string;
  readonly live: (size: string) => string;
  readonly heapAt: string;
  readonly line: (n: number) => string;
}
