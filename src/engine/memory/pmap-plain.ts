/** Rows of `pmap PID`, `pmap -x PID` and `pmap -d PID` (procps 3.2 to 4, `pmap.c:one_proc`): told apart by their shape. */
import { damaged, quoted } from './damage.ts';
import { cutFields } from './lines.ts';
import { endOf, readAddress, readCount, readOffset } from './read-field.ts';
import type { Line } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { Spot } from './read-field.ts';

/** How a row of any of them begins. */
const row = /^[0-9a-f]{8,16}\s/i;
const plain = /^[0-9a-f]{8,16}\s+\d{1,20}K\s+[rwxsRp-]{4,5}(?:\s|$)/i;
const extended = /^[0-9a-f]{8,16}\s+\d{1,20}\s+(?:\d{1,20}|-)\s+(?:\d{1,20}|-)\s+[rwxsRp-]{4,5}(?:\s|$)/i;
const withDevice = /^[0-9a-f]{8,16}\s+\d{1,20}\s+[rwxsRp-]{4,5}\s+[0-9a-f]{8,16}\s+[0-9a-f]{3,8}:[0-9a-f]{5,8}(?:\s|$)/i;

/** Whether a line is a row of pmap without -X. */
export function looksLikePlainPmap(text: string): boolean {
  return row.test(text) && (plain.test(text) || extended.test(text) || withDevice.test(text));
}

/** One row; pmap without -X knows no inode, and only -d knows offset and device. */
export function readPlainRow(line: Line): Mapping {
  if (extended.test(line.text)) return readExtended(line);
  if (withDevice.test(line.text)) return readWithDevice(line);
  const { fields, columns, rest } = cutFields(line.text, 3);
  return readBasics(line, fields, columns, 2, rest);
}

function readExtended(line: Line): Mapping {
  const { fields, columns, rest } = cutFields(line.text, 5);
  const basics = readBasics(line, fields, columns, 4, rest);
  if (fields[2] === '-') return basics;
  return { ...basics, rssKiB: readCount(spotOf(line, fields, columns, 2), 'RSS') };
}

function readWithDevice(line: Line): Mapping {
  const { fields, columns, rest } = cutFields(line.text, 5);
  const offset = readOffset(spotOf(line, fields, columns, 3));
  return { ...readBasics(line, fields, columns, 2, rest), offset, device: fields[4] ?? '' };
}

function readBasics(line: Line, fields: readonly string[], columns: readonly number[], mode: number, rest: string): Mapping {
  const start = readAddress(spotOf(line, fields, columns, 0));
  const size = spotOf(line, fields, columns, 1);
  const sizeKiB = readCount({ ...size, text: size.text.replace('K', '') }, 'Size');
  const perms = readMode(spotOf(line, fields, columns, mode));
  return { start, end: endOf(start, sizeKiB, size), perms, offset: 0, device: '', inode: '', name: readName(rest), sizeKiB, line: line.number };
}

function spotOf(line: Line, fields: readonly string[], columns: readonly number[], at: number): Spot {
  return { text: fields[at] ?? '', line: line.number, column: columns[at] ?? 1 };
}

const modes = /^[r-][w-][x-][sp-][R-]?$/;

/** `rw---` is `rw-p`; `rw-s-` is `rw-s`. */
function readMode(spot: Spot): string {
  if (!modes.test(spot.text)) throw damaged('bad-permissions', spot.line, spot.column, { found: quoted(spot.text), expected: 'rw---' });
  return spot.text.slice(0, 3) + (spot.text[3] === 's' ? 's' : 'p');
}

/** `[ anon ]` has no name elsewhere, and `[ stack ]` no blanks. */
function readName(rest: string): string {
  if (rest === '[ anon ]') return '';
  return rest.startsWith('[ ') && rest.endsWith(' ]') ? `[${rest.slice(2, -2)}]` : rest;
}
