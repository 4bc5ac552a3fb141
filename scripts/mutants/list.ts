/** Wrong engines: in `file` of an engine's folder the text `from`, found once, becomes `to`. */
import { mimalloc } from './mimalloc.ts';
import { ptmalloc } from './ptmalloc.ts';
import { tcmalloc } from './tcmalloc.ts';
import type { Engine } from '../mutants.ts';

export interface Mutant {
  readonly engine: Engine;
  /** The rule that is broken. */
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const mutants: readonly Mutant[] = [...ptmalloc, ...tcmalloc, ...mimalloc];
