/** What can be wrong with a pasted memory map: one code each, with its English sentence. */
import { ProgramError, type Damage } from '../machine.ts';

type Args = Readonly<Record<string, string | number>>;

const commands = 'cat /proc/PID/smaps, cat /proc/PID/maps or pmap -X PID';

/** Every code a reader can throw. Another language is a `Record<DamageCode, …>`, so a missing sentence does not compile. */
export const damages = {
  'nothing-to-read': () => `There is no mapping in this text. Paste what ${commands} prints.`,
  'text-too-long': (a: Args) => `The text has ${a['length']} characters; at most ${a['limit']} are read. Cut it, or paste maps instead of smaps.`,
  'unknown-format': (a: Args) => `“${a['found']}” is not how a line of maps, smaps or pmap begins. Paste what ${commands} prints.`,
  'not-a-mapping': (a: Args) => `“${a['found']}” is not a mapping. Expected ${a['expected']}.`,
  'missing-field': (a: Args) => `The line ends before its ${a['field']}. Paste the whole line.`,
  'bad-address': (a: Args) => `“${a['found']}” is not an address: up to 16 hexadecimal digits.`,
  'unaligned-address': (a: Args) => `Address ${a['found']} is not a multiple of 4 KiB, so no mapping can begin or end there.`,
  'empty-range': (a: Args) => `The mapping ends at ${a['end']}, not after its start ${a['start']}.`,
  'bad-permissions': (a: Args) => `“${a['found']}” are not permissions. Expected something like ${a['expected']}.`,
  'bad-number': (a: Args) => `${a['field']} should be a whole number, not “${a['found']}”.`,
  'bad-offset': (a: Args) => `“${a['found']}” is not an offset: up to 16 hexadecimal digits.`,
  'bad-device': (a: Args) => `“${a['found']}” is not a device: two hexadecimal numbers with a colon between.`,
  'bad-size': (a: Args) => `A mapping of ${a['found']} KiB is impossible: sizes are multiples of 4 KiB, and addresses end below 2^64.`,
  'size-differs': (a: Args) => `Size says ${a['said']} KiB, the addresses say ${a['counted']} KiB. One of the two lines was changed.`,
  'counter-before-mapping': (a: Args) => `“${a['found']}” belongs to a mapping, and none comes before it. Paste from the first line on.`,
  'overlap': (a: Args) => `This mapping overlaps the one of line ${a['other']}. The map changed while it was read, or two texts were pasted: read it again.`,
  'no-header': () => 'pmap -X without its header line: the columns cannot be told apart. Run it without -q.',
  'second-process': () => 'A second process begins here. Paste one process at a time.',
  'rollup-among-mappings': () => 'smaps_rollup has one entry and no other mapping. Paste smaps or smaps_rollup, not both.',
  'unknown-line': (a: Args) => `“${a['found']}” is no line that is read here.`,
  'no-number': (a: Args) => `${a['name']} should be a number, not “${a['found']}”.`,
  'no-pair': (a: Args) => `${a['name']} should be two numbers with a slash between, not “${a['found']}”.`,
  'bad-label': (a: Args) => `“${a['found']}” is not a label. Expected something like instance="10.0.0.7:9090".`,
  'open-labels': () => 'The labels have no closing brace. Paste the whole line.',
  'bad-json': (a: Args) => `“${a['found']}” is not JSON.`,
  'rollup-without-rss': () => 'This smaps_rollup has no Rss line. Paste the whole file.',
} as const satisfies Record<string, (args: Args) => string>;

export type DamageCode = keyof typeof damages;

/** What is wrong at a line and column (both from 1), for a reader that goes on behind it. */
export function damageAt(code: DamageCode, line: number, column: number, args: Args = {}): Damage {
  return { code, message: damages[code](args), line, column, args };
}

/** The same as the error to throw. */
export function damaged(code: DamageCode, line: number, column: number, args: Args = {}): ProgramError {
  return new ProgramError(code, damages[code](args), { line, column }, args);
}

/** A field short enough to be quoted in a sentence. */
export function quoted(field: string): string {
  return field.length <= 40 ? field : `${field.slice(0, 39)}…`;
}
