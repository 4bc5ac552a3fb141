import type { Lane, LevelAnswer, LevelEvent, LevelOp, PartName } from '../../engine/memory/ledger/level-tour.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'hello' | 'hold' | 'c' | 'tax';

/** What *Who owns RSS?* says beside what every demo says. */
export interface RssWords extends DemoWords<typeof controls, Presets, LevelOp, LevelEvent, LevelAnswer> {
  /** What a lane is called: a level, or a version's notes. */
  readonly lane: (lane: Lane) => string;
  /** What stands beneath it; undefined where nothing does. */
  readonly note: (lane: Lane) => string | undefined;
  readonly parts: { readonly [Name in PartName]: string };
  readonly amount: (bytes: number) => string;
  /** A part in words, with what counts it. */
  readonly part: (name: string, bytes: number, counted: boolean) => string;
  readonly nothing: string;
  /** Stands before the names of all parts. */
  readonly names: string;
}
