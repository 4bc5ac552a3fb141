import type { HeapAnswer } from '../../engine/go/heap/heap-machine.ts';
import type { ByteState, TinyEvent } from '../../engine/go/heap/tiny-blocks.ts';
import type { DemoWords } from '../demo.ts';
import type { Statement } from '../go-program.ts';

export type Presets = 'prison' | 'four' | 'eights' | 'odd';

/** What *Tiny prison* says beside what every demo says. */
export interface PrisonWords extends DemoWords<Record<never, never>, Presets, Statement, TinyEvent, HeapAnswer> {
  readonly block: (held: number, kept: boolean) => string;
  readonly byte: { readonly [State in ByteState]: string };
  readonly sum: string;
  readonly held: (bytes: number) => string;
  readonly kept: (held: number, kept: number) => string;
}
