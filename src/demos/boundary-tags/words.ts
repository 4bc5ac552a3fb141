import type { Answer } from '../../engine/allocators/allocator.ts';
import type { TagEvent } from '../../engine/allocators/tag-event.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { NumberControl } from '../control.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'both' | 'neither' | 'behind' | 'ahead';

/** What *Boundary tags* says beside what every demo says. */
export interface TagsWords extends DemoWords<{ readonly heap: NumberControl }, Presets, NamedOp, TagEvent, Answer> {
  readonly heads: { readonly word: string; readonly says: string; readonly flags: readonly string[] };
  readonly live: (name: string, asked: number) => string;
  readonly free: string;
  readonly fence: string;
  /** A word that was a tag once. */
  readonly left: string;
  readonly block: (addr: string) => string;
  readonly state: (header: string, footer: string, size: number, name: string | undefined) => string;
}
