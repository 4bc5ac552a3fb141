/** Reads whatever of maps, smaps, smaps_rollup or pmap was pasted. */
import { damaged, quoted } from './damage.ts';
import { cutFields, meaningfulLines } from './lines.ts';
import { readPmapHeader } from './pmap-columns.ts';
import { looksLikePlainPmap } from './pmap-plain.ts';
import { looksLikeMaps, readMaps, readMapsLine } from './read-maps.ts';
import { readCommand, readPmap } from './read-pmap.ts';
import { readRollup, rollupName } from './read-rollup.ts';
import { isSmapsLine, looksLikeCounter, readSmaps } from './read-smaps.ts';
import type { Line } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { Command } from './read-pmap.ts';
import type { Rollup } from './read-rollup.ts';

export type ProcessText =
  | { readonly kind: 'maps' | 'smaps'; readonly mappings: readonly Mapping[] }
  | { readonly kind: 'pmap'; readonly mappings: readonly Mapping[]; readonly command?: Command }
  | { readonly kind: 'rollup'; readonly rollup: Rollup };

/** The longest text that is read, in characters: 5 MiB. */
export const longestText = 5 * 1024 * 1024;

/**
 * Detects the format and reads it in time linear in the text. Mappings come in address order.
 * Throws ProgramError with a code of damage.ts, and nothing else, for any text.
 */
export function readProcess(text: string): ProcessText {
  if (text.length > longestText) throw damaged('text-too-long', 1, 1, { length: text.length, limit: longestText });
  const kind = detect(text);
  if (kind === 'rollup') return { kind, rollup: readRollup(text) };
  if (kind === 'pmap') {
    const { mappings, ...rest } = readPmap(text);
    return { kind, mappings: inOrder(mappings), ...rest };
  }
  return { kind, mappings: inOrder(kind === 'maps' ? readMaps(text) : readSmaps(text)) };
}

/** The format, from the first meaningful lines. */
function detect(text: string): ProcessText['kind'] {
  const lines = meaningfulLines(text);
  const first = lines.next();
  if (first.done) throw damaged('nothing-to-read', 1, 1);
  if (!looksLikeMaps(first.value.text)) return isPmap(first.value) ? 'pmap' : unknown(first.value);
  if (readMapsLine(first.value).name === rollupName) return 'rollup';
  const second = lines.next();
  return !second.done && looksLikeCounter(second.value.text) ? 'smaps' : 'maps';
}

function isPmap(line: Line): boolean {
  const named = readCommand(line) ?? readPmapHeader(line);
  return named !== undefined || looksLikePlainPmap(line.text.trimStart()) || headings.test(line.text);
}

/** The header of pmap -x and -d, and a row of pmap -X whose header is missing. */
const headings = /^\s*(?:Address\s+Kbytes\b|[0-9a-f]{8,16}\s+[rwx-]{3}[ps]\s)/;

function unknown(line: Line): never {
  const { fields: [found = ''], columns: [column = 1] } = cutFields(line.text, 1);
  if (isSmapsLine(line.text)) throw damaged('counter-before-mapping', line.number, column, { found: quoted(found) });
  throw damaged('unknown-format', line.number, column, { found: quoted(found) });
}

/** Address order, and no byte in two mappings. */
function inOrder(mappings: Mapping[]): Mapping[] {
  if (mappings.length === 0) throw damaged('nothing-to-read', 1, 1);
  const sorted = mappings.sort((a, b) => a.start - b.start);
  sorted.forEach((mapping, at) => {
    const before = sorted[at - 1];
    if (before && mapping.start < before.end) throw damaged('overlap', mapping.line, 1, { other: before.line });
  });
  return sorted;
}
