import type { Kind } from './bench.ts';
import { field } from './fields.ts';
import { link, program } from './figures.ts';
import { gctrace } from './gctrace.ts';
import { maps, metrics, pmap, smaps } from './process.ts';
import { mtrace, rep } from './trace.ts';

/** Every way for a reader's text to come in. */
export const kinds: readonly Kind[] = [link, program, maps, smaps, pmap, metrics, gctrace, rep, mtrace, field];

/** The kind of a name; an unknown one names the known ones. */
export function kindOf(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no kind "${name}". The kinds are ${kinds.map((kind) => kind.name).join(', ')}.`);
  return found;
}
