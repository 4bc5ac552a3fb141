import type { Answer } from '../../engine/allocators/allocator.ts';
import type { BuddyEvent } from '../../engine/allocators/buddy-heap.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { NumberControl } from '../control.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'split' | 'neighbours' | 'worst' | 'even' | 'logarithm';

/** What *Buddies* says beside what every demo says. */
export interface BuddyWords extends DemoWords<{ readonly heap: NumberControl; readonly least: NumberControl }, Presets, NamedOp, BuddyEvent, Answer> {
  readonly size: (bytes: number) => string;
  readonly free: string;
  readonly live: (name: string, asked: number) => string;
  readonly place: (addr: string, size: string, what: string) => string;
  readonly cut: string;
  readonly block: string;
  readonly bit: string;
  readonly buddy: string;
  readonly totals: (asked: string, taken: string, times: string) => string;
  readonly average: (times: string) => string;
  readonly asked: string;
  readonly taken: string;
  readonly ratio: string;
  readonly times: (ratio: number) => string;
  readonly blocks: string;
}
