import type { CycleAnswer, CycleEvent, CycleOp, Doing } from '../../engine/go/traced-cycle.ts';
import type { DemoWords } from '../demo.ts';
import type { LaneKind } from '../scene-lanes.ts';
import type { controls } from './controls.ts';

export type Presets = 'recorded' | 'one' | 'four' | 'fast' | 'first';

/** What *One GC cycle* says beside what every demo says. */
export interface CycleWords extends DemoWords<typeof controls, Presets, CycleOp, CycleEvent, CycleAnswer> {
  readonly heap: (bytes: number) => string;
  readonly goal: (bytes: number) => string;
  readonly barrier: string;
  readonly stop: (took: number) => string;
  readonly swept: (times: number) => string;
  readonly time: (ns: number) => string;
  readonly doing: Readonly<Record<Doing, string>>;
  readonly stretch: (doing: string, p: number, g: number, took: number) => string;
  readonly key: Readonly<Record<Exclude<LaneKind, 'other' | 'worker'>, string>>;
  /** Which of these workers there are. */
  readonly workers: (modes: readonly string[]) => string;
  readonly recorded: string;
  readonly simulated: string;
  /** Time of all Ps, and the share it is of theirs while marking goes on. */
  readonly share: (ns: number, of: number) => string;
  readonly facts: Readonly<Record<'cycle' | 'marking' | 'stops' | 'workers' | 'assists' | 'idle' | 'peak' | 'next', string>>;
  readonly bytes: (size: number) => string;
}
