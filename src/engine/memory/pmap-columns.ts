/** Reader of `pmap -X PID` and `pmap -XX PID` (procps-ng 3.3 and 4, `pmap.c:print_extended_maps`): columns by header. */
import { damaged, quoted } from './damage.ts';
import { cutFields } from './lines.ts';
import { counterOf } from './mapping.ts';
import { endOf, readAddress, readCount, readDevice, readInode, readOffset, readPermissions } from './read-field.ts';
import { isCounter } from './read-smaps.ts';
import type { Line } from './lines.ts';
import type { Counter, Mapping } from './mapping.ts';
import type { Spot } from './read-field.ts';

/** The columns pmap itself adds, always in this order; their headings are translated, the kernel's keys are not. */
const ownColumns = 5;

export interface PmapHeader {
  /** The kernel's keys, `Size` first; without VmFlags and without the last column, the mapping's name. */
  readonly keys: readonly string[];
  /** Where the name begins (from 0) when the -XX column VmFlags stands before it. */
  readonly flagsUntil: number | undefined;
}

/** The header line of pmap -X, or undefined when the line is none. */
export function readPmapHeader(line: Line): PmapHeader | undefined {
  if (!line.text.includes('Rss')) return undefined;
  const { fields } = cutFields(line.text, 64);
  if (fields[ownColumns] !== 'Size' || !fields.includes('Rss')) return undefined;
  const names = fields.slice(ownColumns, -1);
  const flagged = names.at(-1) === 'VmFlags';
  const last = fields.at(-1) ?? '';
  return { keys: flagged ? names.slice(0, -1) : names, flagsUntil: flagged ? line.text.lastIndexOf(last) : undefined };
}

/** One row under a header. Throws ProgramError with a code of damage.ts. */
export function readPmapRow(line: Line, header: PmapHeader): Mapping {
  const cut = cutFields(line.text, ownColumns + header.keys.length);
  const spot = (at: number): Spot => {
    const field = header.keys[at - ownColumns] ?? 'next column';
    return { text: need(cut.fields[at], line, field), line: line.number, column: cut.columns[at] ?? 1 };
  };
  const start = readAddress(spot(0));
  const sizeKiB = readCount(spot(ownColumns), 'Size');
  return {
    start,
    end: endOf(start, sizeKiB, spot(ownColumns)),
    perms: readPermissions(spot(1)),
    offset: readOffset(spot(2)),
    device: readDevice(spot(3)),
    inode: readInode(spot(4)),
    sizeKiB,
    line: line.number,
    ...readCounters(header.keys, (at) => spot(ownColumns + at)),
    ...readTail(line, header, cut.rest),
  };
}

function need(field: string | undefined, line: Line, name: string): string {
  if (field === undefined) throw damaged('missing-field', line.number, line.text.length + 1, { field: quoted(name) });
  return field;
}

function readCounters(keys: readonly string[], spot: (at: number) => Spot): { [name in Counter]?: number } {
  const counters: { [name in Counter]?: number } = {};
  keys.forEach((key, at) => {
    const count = readCount(spot(at), quoted(key));
    if (isCounter(key)) counters[counterOf[key]] = count;
  });
  return counters;
}

/** What stands after the numbers: the name, and before it the flags when the header has them. */
function readTail(line: Line, header: PmapHeader, rest: string): { name: string; vmFlags?: readonly string[] } {
  if (header.flagsUntil === undefined) return { name: rest };
  const flags = line.text.slice(line.text.length - rest.length, header.flagsUntil);
  const intact = /^(?:[a-z]{2}\s+)*$/.test(flags);
  return intact ? { name: line.text.slice(header.flagsUntil), vmFlags: cutFields(flags, 64).fields } : splitFlags(rest);
}

/** Without the columns' alignment: two-letter words are flags up to the first word that is none. */
function splitFlags(rest: string): { name: string; vmFlags: readonly string[] } {
  const words = cutFields(rest, 64);
  const other = words.fields.findIndex((word) => !/^[a-z]{2}$/.test(word));
  const flags = other === -1 ? words.fields.length : other;
  return { vmFlags: words.fields.slice(0, flags), name: rest.slice((words.columns[flags] ?? rest.length + 1) - 1) };
}
