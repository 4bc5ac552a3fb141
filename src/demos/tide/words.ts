import type { TideAnswer, TideEvent, TideOp } from '../../engine/go/heap/tide.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'step' | 'arena' | 'recorded' | 'before';

/** What *Tide* says beside what every demo says. */
export interface TideWords extends DemoWords<typeof controls, Presets, TideOp, TideEvent, TideAnswer> {
  readonly arena: (index: number) => string;
  readonly figure: (rwMiB: number, reservedMiB: number) => string;
  readonly held: (mib: number) => string;
  readonly mapped: (mib: number) => string;
  readonly reserved: (mib: number) => string;
  readonly facts: { readonly held: string; readonly arenas: string; readonly maps: string };
}
