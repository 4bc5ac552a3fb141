import type { HugeAnswer, HugeEvent, HugeOp } from '../../engine/memory/huge/huge-machine.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'touch' | 'again' | 'asked' | 'holes';
export type Counter = 'Rss' | 'AnonHugePages' | 'written';

/** What *Huge page* says beside what every demo says. */
export interface HugeWords extends DemoWords<typeof controls, Presets, HugeOp, HugeEvent, HugeAnswer> {
  readonly page: (index: number, present: boolean, written: boolean) => string;
  readonly counters: { readonly [Name in Counter]: readonly [name: string, rule: string] };
  readonly kib: (size: number) => string;
}
