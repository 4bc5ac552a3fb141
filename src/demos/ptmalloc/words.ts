import type { InsideAnswer } from '../../engine/allocators/ptmalloc/inside.ts';
import type { InsideEvent } from '../../engine/allocators/ptmalloc/inside-event.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { DemoWords } from '../demo.ts';
import type { CellTitle } from '../heap-strip.ts';
import type { controls } from './controls.ts';
import type { Presets } from './programs.ts';

/** The lists of the figure, as malloc looks into them. */
export type Kind = 'tcache' | 'fastbin' | 'unsorted' | 'small' | 'large' | 'top' | 'mmap';

/** What *ptmalloc inside* says beside what every demo says. */
export interface PtmallocWords extends DemoWords<typeof controls, Presets, NamedOp, InsideEvent, InsideAnswer> {
  readonly lists: Readonly<Record<Kind, string>>;
  /** How full a list of chunks of one size is; of chunks of any size; from which size on something is mapped. */
  readonly filled: (size: string, count: number, limit: number | undefined) => string;
  readonly several: (count: number) => string;
  readonly from: (threshold: string) => string;
  readonly ends: { readonly head: string; readonly tail: string; readonly next: string; readonly empty: string };
  readonly heap: string;
  readonly lastRemainder: string;
  readonly cell: CellTitle;
  readonly bytes: (size: number) => string;
  /** Written on the top chunk. */
  readonly top: string;
  readonly held: string;
  readonly none: string;
}
