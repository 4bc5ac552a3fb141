import type { PageState } from '../../engine/go/heap/page-runs.ts';
import type { ClockAnswer, ClockEvent, ClockOp } from '../../engine/go/heap/scavenger-clock.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'idle' | 'twice' | 'sparse' | 'before';

/** What *Scavenger clock* says beside what every demo says. */
export interface ClockWords extends DemoWords<typeof controls, Presets, ClockOp, ClockEvent, ClockAnswer> {
  readonly heap: (chunk: number) => string;
  readonly inMemory: string;
  readonly bytes: (size: number) => string;
  readonly seconds: (now: number) => string;
  /** The unit of the axis of time. */
  readonly second: string;
  readonly collection: (forced: boolean, now: number) => string;
  /** What pages are to the scavenger. */
  readonly states: { readonly [State in PageState]: string };
}
