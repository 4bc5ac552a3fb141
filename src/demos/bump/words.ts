import type { Answer } from '../../engine/allocators/allocator.ts';
import type { BumpMoment, BumpOp } from '../../engine/allocators/bump-regions.ts';
import type { DemoWords } from '../demo.ts';
import type { CellTitle } from '../heap-strip.ts';
import type { controls } from './demo.ts';

export type Presets = 'holes' | 'keeper' | 'reset';

/** What *Free breaks the bump* says beside what every demo says. */
export interface BumpWords extends DemoWords<typeof controls, Presets, BumpOp, BumpMoment, Answer> {
  readonly cell: CellTitle;
  readonly heap: string;
  /** Counts from 1. */
  readonly region: (number: number) => string;
  readonly pointer: string;
  readonly live: (bytes: number, objects: number) => string;
  readonly lost: (bytes: number) => string;
  readonly liveBytes: string;
  readonly lostBytes: string;
  readonly bytes: (size: number) => string;
}
