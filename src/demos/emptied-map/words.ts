import type { MapAnswer, MapEvent, MapOp } from '../../engine/go/swiss-map/emptied-map.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'emptied' | 'split' | 'few';

/** What *A map does not shrink* says beside what every demo says. */
export interface EmptiedWords extends DemoWords<Record<never, never>, Presets, MapOp, MapEvent, MapAnswer> {
  readonly map: (elemBytes: number) => string;
  readonly total: (bytes: number, entries: number) => string;
  /** Where the elements lie: in the slots, or as objects of their own. */
  readonly place: { readonly slots: string; readonly apart: string };
  readonly head: (bytes: number) => string;
  readonly table: (slots: number, used: number, bytes: number, garbage: boolean) => string;
  readonly elements: (bytes: number) => string;
  readonly goneElements: (bytes: number) => string;
  readonly facts: { readonly entries: string; readonly slots: string };
  readonly number: (value: number) => string;
}
