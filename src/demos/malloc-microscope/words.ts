import type { Depth, MicroscopeEvent, MicroscopePicture, Steps } from '../../engine/go/heap/microscope.ts';
import type { HeapAnswer } from '../../engine/go/heap/heap-machine.ts';
import type { DemoWords } from '../demo.ts';
import type { Statement } from '../go-program.ts';

export type Presets = 'odd' | 'loop' | 'tiny' | 'reuse' | 'large';

/** What one level says beside its cells: the thing's name and size. */
export interface LevelWords { readonly name: string; readonly note: (picture: MicroscopePicture) => string }

/** What *Malloc microscope* says beside what every demo says. */
export interface MicroscopeWords extends DemoWords<Record<never, never>, Presets, Statement & Steps, MicroscopeEvent, HeapAnswer> {
  readonly levels: { readonly [D in Depth]: LevelWords };
  /** Inside the cells of one object. */
  readonly parts: { readonly header: string; readonly asked: (size: string) => string; readonly waste: (size: string) => string };
  readonly slot: (index: number, addr: string, taken: boolean) => string;
  readonly page: { readonly span: string; readonly cache: string; readonly other: string; readonly free: string };
  /** Inside a chunk's cell. */
  readonly free: (npages: number) => string;
  readonly chunk: (base: string, free: number) => string;
  readonly facts: { readonly request: string; readonly address: string; readonly reached: string; readonly tally: string; readonly none: string; readonly fastSlow: (fast: string, slow: string) => string };
}
