import type { HeapOp } from '../../engine/allocators/allocator.ts';
import type { How, Why } from '../../engine/allocators/designs-why.ts';
import type { DesignsEvent, PerDesign, Slots } from '../../engine/allocators/designs.ts';
import type { DemoWords } from '../demo.ts';
import type { Presets } from './program.ts';

/** What *One exhibit, five designs* says beside what every demo says. */
export interface ExhibitWords extends DemoWords<Record<never, never>, Presets, HeapOp, DesignsEvent, Slots> {
  readonly names: PerDesign<string>;
  /** Why it was this slot, in the design's own terms; at most some 45 letters. */
  readonly why: { readonly [H in How]: (why: Extract<Why, { how: H }>) => string };
  readonly slot: (slot: number) => string;
  readonly held: (slot: number, block: number) => string;
  readonly hole: (slot: number) => string;
  readonly unused: (slot: number) => string;
  readonly none: string;
}
