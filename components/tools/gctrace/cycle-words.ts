import type { RowName } from './cycle-rows.ts';

/** What each field of a line means. */
export interface CycleWords {
  /** Between two sentences. */
  readonly gap: string;
  readonly when: (seconds: string, percent: string) => string;
  readonly forced: string;
  readonly groups: { readonly clock: string; readonly cpu: string; readonly heap: string };
  readonly rows: { readonly [Name in RowName]: readonly [name: string, means: string] };
  readonly between: (least: string, most: string) => string;
  readonly holds: string;
  readonly fails: string;
  readonly unknown: string;
  readonly roots: (stacks: string, globals: string) => string;
  readonly procs: (procs: string) => string;
}
