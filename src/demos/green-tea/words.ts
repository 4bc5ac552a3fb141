import type { Collector } from '../../engine/go/mark-order/marking.ts';
import type { Fetched, MarkAnswer, MarkOp, VisitEvent } from '../../engine/go/mark-order/mark-order.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './controls.ts';

export type Presets = 'random' | 'shuffled' | 'tree' | 'list';

/** What *Green Tea* says beside what every demo says. */
export interface TeaWords extends DemoWords<typeof controls, Presets, MarkOp, VisitEvent, MarkAnswer> {
  readonly names: Readonly<Record<Collector, string>>;
  readonly visits: (visits: number, objects: number) => string;
  readonly linesOf: (by: Collector) => string;
  readonly lines: (fetched: Fetched) => string;
  /** Visits and lines in short. */
  readonly figure: (visits: number, lines: number) => string;
  readonly object: (index: number, page: number, nth: number | undefined) => string;
}
