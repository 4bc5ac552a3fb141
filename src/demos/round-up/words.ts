import type { Make, MakeAnswer, MakeEvent } from '../../engine/go/request-machine.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'surprises' | 'edges' | 'slices';

/** What *Round up* says beside what every demo says. */
export interface RoundUpWords extends DemoWords<Record<never, never>, Presets, Make, MakeEvent, MakeAnswer> {
  readonly asked: (size: string, pointers: boolean) => string;
  readonly wasted: (share: string) => string;
  readonly total: string;
  readonly nothing: string;
}
