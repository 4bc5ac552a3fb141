/** Reader of what pmap prints, with -X, -XX, -x, -d or without: command line, header, rows, sums. */
import { damaged, quoted } from './damage.ts';
import { cutFields, meaningfulLines } from './lines.ts';
import { readPmapHeader, readPmapRow } from './pmap-columns.ts';
import { looksLikePlainPmap, readPlainRow } from './pmap-plain.ts';
import type { Line } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { PmapHeader } from './pmap-columns.ts';

/** The process that pmap names in its first line. */
export interface Command {
  readonly pid: number;
  readonly line: string;
}

export interface PmapText {
  readonly command?: Command;
  readonly mappings: Mapping[];
}

/** Every mapping of a pmap text. Throws ProgramError with a code of damage.ts. */
export function readPmap(text: string): PmapText {
  let command: Command | undefined;
  let header: PmapHeader | undefined;
  const mappings: Mapping[] = [];
  for (const line of meaningfulLines(text)) {
    const named = readCommand(line);
    const columns = named ? undefined : readPmapHeader(line);
    if ((named && (command ?? mappings[0])) || (columns && header)) throw damaged('second-process', line.number, 1);
    if (named) command = named;
    else if (columns) header = columns;
    else if (!isFurniture(line.text)) mappings.push(header ? readPmapRow(line, header) : readHeaderless(line));
  }
  return command ? { command, mappings } : { mappings };
}

const commandLine = /^\s{0,64}(\d{1,10}):(?:\s+(.*))?$/s;

/** `1410:   sleep 1000`, or undefined when the line is something else. */
export function readCommand(line: Line): Command | undefined {
  const found = commandLine.exec(line.text);
  return found ? { pid: Number(found[1]), line: found[2] ?? '' } : undefined;
}

const rule = /^[\s=-]+$/;
const footer = /^(?:[\d\s]+KB$|total\s|mapped:\s)/;
const heading = /\b(?:Kbytes|Mapping)\b/;
const address = /^[0-9a-f]{8,16}\s/i;

/** Lines without a mapping: the rule above the sums, the sums, the header of pmap -x and -d. */
function isFurniture(line: string): boolean {
  const text = line.trimStart();
  return rule.test(text) || footer.test(text) || (heading.test(text) && !address.test(text));
}

function readHeaderless(line: Line): Mapping {
  const text = line.text.trimStart();
  if (looksLikePlainPmap(text)) return readPlainRow(line);
  const [first = '', second = ''] = cutFields(text, 2).fields;
  if (address.test(text) && /^[rwxps-]{4}$/.test(second)) throw damaged('no-header', line.number, 1);
  throw damaged('not-a-mapping', line.number, line.text.length - text.length + 1, { found: quoted(first), expected: 'a row of pmap' });
}
