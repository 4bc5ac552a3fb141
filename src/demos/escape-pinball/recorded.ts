import recording from '../../../oracle/recordings/versions/escapes.json' with { type: 'json' };
import { pegs, snippets, type Peg, type Snippet } from './snippets.ts';

/** Where a value lay: in the frame, in a heap object, or in a table that the program has anyway (`iface.go:staticuint64s`). */
export type Place = 'stack' | 'heap' | 'table';

/** What one release did with one call: recorded, not computed. `peg` is what turned the value, or would have. */
export interface Decision { readonly place: Place; readonly says: string; readonly mallocs: number; readonly bytes: number; readonly peg: Peg | undefined }

/** The recorded minor releases of Go 1, oldest first. */
export const releases: readonly number[] = recording.rows.map(({ go }) => Number(go.split('.')[1]));
export const newest = releases.at(-1)!;

export const snippetOf = (call: string): Snippet | undefined => snippets[call.slice(0, call.indexOf('('))];

/** The calls that were counted and have a snippet. */
export const calls: readonly string[] = recording.rows.at(-1)!.calls.map(({ call }) => call).filter((call) => snippetOf(call) !== undefined);

export const versionOf = (release: number): string => rowOf(release).go;

export function decisionOf(call: string, release: number): Decision {
  const { calls: counted, says } = rowOf(release);
  const { mallocs, bytes } = counted.find((each) => each.call === call)!;
  const { peg } = snippetOf(call)!;
  return { place: mallocs > 0 ? 'heap' : peg === 'interface' ? 'table' : 'stack', says: (says as Readonly<Record<string, string>>)[call.slice(0, call.indexOf('('))] ?? '', mallocs, bytes, peg };
}

/** How many pegs a value passes. */
export const passed = ({ place, peg }: Decision): number => (place === 'stack' || peg === undefined ? pegs.length : pegs.indexOf(peg));

const rowOf = (release: number) => recording.rows[releases.indexOf(release)]!;
