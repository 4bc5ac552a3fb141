import type { Move } from '../../engine/allocators/adversary.ts';
import type { Answer } from '../../engine/allocators/allocator.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { DemoWords } from '../demo.ts';
import type { CellTitle } from '../heap-strip.ts';
import type { controls } from './demo.ts';

export type Presets = 'first' | 'best' | 'yours';

/** What *Adversary* says beside what every demo says. */
export interface AdversaryWords extends DemoWords<typeof controls, Presets, NamedOp, Move, Answer> {
  readonly cell: CellTitle;
  readonly words: (count: number) => string;
  readonly heap: string;
  readonly highWater: (words: number) => string;
  readonly live: string;
  readonly ofMost: (live: number, most: number) => string;
  readonly bound: string;
  readonly boundTitle: string;
}
