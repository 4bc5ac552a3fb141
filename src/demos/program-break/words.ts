import type { BumpAnswer, BumpEvent, Sbrk } from '../../engine/allocators/bump.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'malloc' | 'recorded';
type NoControls = Record<never, never>;

/** What *The program break* says beside what every demo says. */
export interface BreakWords extends DemoWords<NoControls, Presets, Sbrk, BumpEvent, BumpAnswer> {
  readonly page: (addr: string, used: boolean) => string;
  readonly counters: { readonly asked: string; readonly mapped: string };
  readonly rules: { readonly asked: string; readonly mapped: string };
  readonly brk: string;
  readonly bytes: (size: number) => string;
}
