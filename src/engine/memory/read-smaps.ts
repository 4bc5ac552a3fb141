/** Reader of `/proc/PID/smaps`: a maps line, then its counters (`fs/proc/task_mmu.c:show_smap`). */
import { damaged, quoted } from './damage.ts';
import { cutFields, meaningfulLines } from './lines.ts';
import { counterOf } from './mapping.ts';
import { readMapsLine } from './read-maps.ts';
import { readCount } from './read-field.ts';
import type { Line } from './lines.ts';
import type { Mapping } from './mapping.ts';

/** A mapping while its counters are still being read. */
type Draft = { -readonly [field in keyof Mapping]: Mapping[field] };

/** Every mapping of an smaps file with its counters. Throws ProgramError with a code of damage.ts. */
export function readSmaps(text: string): Mapping[] {
  const mappings: Draft[] = [];
  for (const line of meaningfulLines(text)) {
    const mapping = mappings.at(-1);
    const [, name = '', count] = usual.exec(line.text) ?? [];
    if (mapping && count !== undefined) setCount(mapping, name, Number(count));
    else if (looksLikeCounter(line.text)) readCounterLine(line, mapping);
    else mappings.push({ ...readMapsLine(line) });
  }
  return mappings;
}

/** By far the most lines: a counter as printed, of a number that is told exactly. */
const usual = /^(?!Size:|VmFlags:|Name:)([A-Z][A-Za-z_]{0,40}): {1,40}(\d{1,15}) kB$/;

const counterLine = /^\s{0,64}[A-Z][A-Za-z_]{0,40}:(?:\s|$)/;

/** Whether a line begins like a counter of smaps: `Rss:  4 kB`. */
export function looksLikeCounter(text: string): boolean {
  return counterLine.test(text);
}

/** `Rss:  4 kB`, `VmFlags: rd wr` or Android's `Name: [anon:libc_malloc]`, added to the mapping it belongs to. */
function readCounterLine(line: Line, mapping: Draft | undefined): void {
  const { fields: [field = ''], columns: [column = 1], rest } = cutFields(line.text, 1);
  if (!mapping) throw damaged('counter-before-mapping', line.number, column, { found: quoted(field) });
  const name = field.slice(0, -1);
  if (name === 'VmFlags') mapping.vmFlags = cutFields(rest, 64).fields;
  else if (name === 'Name') mapping.name = rest;
  else addCount(mapping, name, line, line.text.length - rest.length + 1);
}

function addCount(mapping: Draft, name: string, line: Line, column: number): void {
  const { fields: [text = ''] } = cutFields(line.text.slice(column - 1), 1);
  const count = readCount({ text, line: line.number, column }, name);
  if (name === 'Size') checkSize(mapping, count, line.number, column);
  else setCount(mapping, name, count);
}

function setCount(mapping: Draft, name: string, count: number): void {
  if (isCounter(name)) mapping[counterOf[name]] = count;
}

function checkSize(mapping: Draft, said: number, line: number, column: number): void {
  if (said !== mapping.sizeKiB) throw damaged('size-differs', line, column, { said, counted: mapping.sizeKiB });
}

const otherKeys = ['Size', 'KernelPageSize', 'MMUPageSize', 'KSM', 'THPeligible', 'VmFlags', 'Name'];

/** Whether a line is one of smaps' own, and not just a word with a colon. */
export function isSmapsLine(text: string): boolean {
  if (!looksLikeCounter(text)) return false;
  const name = cutFields(text, 1).fields[0]?.slice(0, -1) ?? '';
  return isCounter(name) || otherKeys.includes(name);
}

/** Whether the kernel's key is one that a {@link Mapping} keeps. */
export function isCounter(name: string): name is keyof typeof counterOf {
  return Object.hasOwn(counterOf, name);
}
