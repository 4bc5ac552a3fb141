import type { Answer } from '../../engine/collectors/event.ts';
import type { CollectorName } from '../../engine/collectors/machines.ts';
import type { FingerName } from '../../engine/collectors/picture.ts';
import type { NamedOp, SideEvent } from '../../engine/collectors/side-by-side.ts';
import type { DemoWords } from '../demo.ts';
import type { Meaning } from '../scene.ts';
import type { controls } from './demo.ts';

export type Presets = 'six' | 'cheney' | 'lisp2' | 'ring' | 'floating';

/** What a lane says of itself; bytes, except where said. */
export interface LaneFigures {
  /** Touched by this operation; undefined while it is under way. */
  readonly pause: number | undefined;
  readonly longest: number;
  readonly touched: number;
  readonly garbage: number;
  readonly floating: number;
  /** Objects moved: by this operation, since the start. */
  readonly movedNow: number;
  readonly moved: number;
}

/** What *One graph, six collectors* says beside what every demo says. */
export interface SixWords extends DemoWords<typeof controls, Presets, NamedOp, SideEvent, readonly Answer[]> {
  readonly collectors: Readonly<Record<CollectorName, string>>;
  readonly fingers: Readonly<Record<FingerName, string>>;
  readonly figure: (lane: LaneFigures) => string;
  readonly note: (lane: LaneFigures) => string;
  readonly fact: (lane: LaneFigures, objects: string) => string;
  readonly cell: (meaning: Meaning, size: number, addr: string, name: string | undefined, count: number | undefined) => string;
}
