import type { NumberControl } from '../control.ts';
import type { DemoWords } from '../demo.ts';
import type { PinballAnswer, PinballEvent, PinballOp } from './pinball.ts';
import type { Place } from './recorded.ts';
import type { Peg } from './snippets.ts';

export type Presets = 'sizes' | 'lifetimes' | 'interfaces';

/** What *Escape pinball* says beside what every demo says. */
export interface PinballWords extends DemoWords<{ readonly release: NumberControl }, Presets, PinballOp, PinballEvent, PinballAnswer> {
  readonly pegs: { readonly [Each in Peg]: string };
  readonly places: { readonly [Each in Place]: string };
  readonly none: string;
  readonly cost: (bytes: number, mallocs: number) => string;
  /** Above what the compiler said; and where it said nothing. */
  readonly asked: (version: string) => string;
  readonly silent: string;
  readonly releases: string;
  readonly facts: { readonly call: string; readonly said: string; readonly place: string };
}
