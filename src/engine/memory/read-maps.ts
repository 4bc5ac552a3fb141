/** Reader of `/proc/PID/maps` (`fs/proc/task_mmu.c:show_map_vma`), and of the same line where smaps prints it. */
import { damaged, quoted } from './damage.ts';
import { cutFields, meaningfulLines } from './lines.ts';
import { readAddress, readDevice, readInode, readOffset, readPermissions } from './read-field.ts';
import type { Fields, Line } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { Spot } from './read-field.ts';

const fieldNames = ['address range', 'permissions', 'offset', 'device', 'inode'];
const mapsLine = /^\s{0,64}[0-9a-f]{1,16}-[0-9a-f]{1,16}(?:\s|$)/i;

/** Whether a line begins like one of maps. */
export function looksLikeMaps(text: string): boolean {
  return mapsLine.test(text);
}

/** Every mapping of a maps file, in the order of the text. Throws ProgramError with a code of damage.ts. */
export function readMaps(text: string): Mapping[] {
  return Array.from(meaningfulLines(text), readMapsLine);
}

/** One line: `7f7eb7d55000-7f7eba507000 rw-p 00000000 00:00 0    name`. */
export function readMapsLine(line: Line): Mapping {
  const cut = cutFields(line.text, fieldNames.length);
  const spot = (at: number): Spot => spotOf(line, cut, at);
  const { start, end } = readRange(spot(0));
  return {
    start,
    end,
    perms: readPermissions(spot(1)),
    offset: readOffset(spot(2)),
    device: readDevice(spot(3)),
    inode: readInode(spot(4)),
    name: cut.rest,
    sizeKiB: (end - start) / 1024,
    line: line.number,
  };
}

function spotOf(line: Line, cut: Fields, at: number): Spot {
  const text = cut.fields[at];
  const column = cut.columns[at];
  if (text === undefined || column === undefined) {
    throw damaged('missing-field', line.number, line.text.length + 1, { field: fieldNames[at] ?? 'next field' });
  }
  return { text, line: line.number, column };
}

function readRange(spot: Spot): { start: number; end: number } {
  const dash = spot.text.indexOf('-');
  if (dash === -1) {
    throw damaged('not-a-mapping', spot.line, spot.column, { found: quoted(spot.text), expected: 'two addresses with a dash between, as in 7f7eba507000-7f7eca687000' });
  }
  const start = readAddress({ ...spot, text: spot.text.slice(0, dash) });
  const end = readAddress({ ...spot, text: spot.text.slice(dash + 1), column: spot.column + dash + 1 });
  if (end <= start) throw damaged('empty-range', spot.line, spot.column, { start: start.toString(16), end: end.toString(16) });
  return { start, end };
}
