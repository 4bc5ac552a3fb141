import type { CycleAnswer, CycleEvent, CycleOp, Doing } from '../../engine/go/traced-cycle.ts';
import type { DemoWords } from '../demo.ts';
import type { LaneKind } from '../scene-lanes.ts';

/** What *One GC cycle* says beside what every demo says. */
export interface CycleWords extends DemoWords<Record<never, never>, 'recorded', CycleOp, CycleEvent, CycleAnswer> {
  readonly heap: (bytes: number) => string;
  readonly goal: (bytes: number) => string;
  readonly barrier: string;
  readonly stop: (took: number) => string;
  readonly swept: (times: number) => string;
  readonly time: (ns: number) => string;
  readonly doing: Readonly<Record<Doing, string>>;
  readonly stretch: (doing: string, p: number, g: number, took: number) => string;
  readonly key: Readonly<Record<Exclude<LaneKind, 'other'>, string>>;
  readonly facts: Readonly<Record<'marking' | 'stops' | 'workers' | 'assists' | 'idle' | 'peak' | 'next', string>>;
  readonly bytes: (size: number) => string;
}
