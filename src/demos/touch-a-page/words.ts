import type { PageAnswer, PageEvent, PageOp, PageState } from '../../engine/memory/page-machine.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'life' | 'lazily' | 'recorded';
export type Counter = 'VIRT' | 'RSS' | 'HeapSys' | 'HeapReleased';

/** What *Touch a page* says beside what every demo says. */
export interface TouchWords extends DemoWords<Record<never, never>, Presets, PageOp, PageEvent, PageAnswer> {
  readonly states: { readonly [State in PageState]: string };
  readonly page: (index: number, state: string, used: boolean) => string;
  readonly rules: { readonly [Name in Counter]: string };
  readonly beyond: (pages: number) => string;
  readonly pages: (count: number) => string;
  readonly bytes: (size: number) => string;
}
