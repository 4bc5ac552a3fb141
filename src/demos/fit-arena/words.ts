import type { Answer } from '../../engine/allocators/allocator.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { SideEvent } from '../../engine/allocators/side-by-side.ts';
import type { NumberControl } from '../control.ts';
import type { DemoWords } from '../demo.ts';
import type { CellTitle } from '../heap-strip.ts';
import type { PolicyName } from './policies.ts';

export type Presets = 'steady' | 'bestLoses' | 'firstLoses' | 'buddyWastes' | 'powers';

/** What a lane says of itself; bytes, except where said. */
export interface LaneFigures {
  readonly live: number;
  readonly heap: number;
  readonly holes: number;
  readonly largest: number;
  /** Requests refused, blocks looked at: since the start. */
  readonly refused: number;
  readonly steps: number;
}

/** What *Fit arena* says beside what every demo says. */
export interface ArenaWords extends DemoWords<{ readonly heap: NumberControl }, Presets, NamedOp, SideEvent, readonly Answer[]> {
  readonly policies: Readonly<Record<PolicyName, string>>;
  /** Stands where next fit's next search begins. */
  readonly rover: string;
  readonly figure: (lane: LaneFigures) => string;
  readonly note: (lane: LaneFigures) => string;
  readonly fact: (lane: LaneFigures) => string;
  readonly cell: CellTitle;
}
