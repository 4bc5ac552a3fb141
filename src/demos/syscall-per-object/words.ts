import type { ObjectAnswer, ObjectEvent, ObjectOp } from '../../engine/memory/object-pages.ts';
import type { DemoWords } from '../demo.ts';

export type Presets = 'handful' | 'holes' | 'limit';

/** What *A syscall per object* says beside what every demo says. */
export interface ObjectWords extends DemoWords<Record<never, never>, Presets, ObjectOp, ObjectEvent, ObjectAnswer> {
  readonly lanes: { readonly each: string; readonly bump: string; readonly lines: string };
  readonly taken: (taken: number, asked: number) => string;
  readonly cost: (calls: number, faults: number) => string;
  readonly ofLimit: (lines: number, most: number) => string;
  /** What a line is, and how many there were before the first object. */
  readonly linesRule: (before: number) => string;
  readonly pointer: string;
  readonly page: (number: number) => string;
  readonly bumped: (live: boolean, bytes: number) => string;
  readonly unused: (bytes: number) => string;
  readonly room: (lines: number) => string;
  /** Labels of the text form: what is counted, and by which rule. */
  readonly facts: { readonly asked: string; readonly taken: string; readonly calls: string; readonly faults: string; readonly lines: string };
  /** The same for both ways of making objects. */
  readonly both: (each: string, bump: string) => string;
  readonly bytes: (size: number) => string;
  readonly number: (value: number) => string;
}
