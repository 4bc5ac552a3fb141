import type { Answer } from '../../engine/collectors/event.ts';
import type { NamedOp, SideEvent } from '../../engine/collectors/side-by-side.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'ring' | 'chain' | 'outside' | 'tree';

/** What *Cycles leak* says beside what every demo says. */
export interface CycleWords extends DemoWords<Readonly<Record<never, never>>, Presets, NamedOp, SideEvent, readonly Answer[]> {
  readonly variables: string;
  readonly none: string;
  readonly freed: string;
  readonly unreachable: string;
  readonly pointsTo: (targets: string) => string;
  readonly count: (count: number) => string;
  readonly onTrial: string;
  readonly leaked: (names: readonly string[]) => string;
  /** What the reader may add. */
  readonly add: string;
  readonly collect: string;
}
