/** One line of GODEBUG=gctrace=1 (`mgc.go:gcMarkTermination`; the same from Go 1.8 on, with stacks and globals since 1.18). */
import { EngineError, type Damage } from '../../machine.ts';
import type { At } from '../../program-lines.ts';

/** Milliseconds by the clock: sweep termination with the world stopped, marking beside the program, mark termination stopped again. */
export interface Clock { readonly sweepTermination: number; readonly mark: number; readonly markTermination: number }

/** Milliseconds of CPU. The pauses count once for each P; of marking: assists, dedicated and fractional workers, idle workers. */
export interface Cpu { readonly sweepTermination: number; readonly assist: number; readonly background: number; readonly idle: number; readonly markTermination: number }

/** MiB, rounded down: the live heap when the cycle started and when marking ended, and what was marked. */
export interface Heap { readonly start: number; readonly end: number; readonly marked: number }

export interface Cycle extends At {
  readonly number: number;
  /** Seconds since the program started, when the cycle began. */
  readonly seconds: number;
  /** Percent of all CPU time since the program started that went into collections, idle marking left out. */
  readonly percent: number;
  readonly clock: Clock;
  readonly cpu: Cpu;
  readonly heap: Heap;
  /** MiB, rounded down: the goal this cycle was to end by. */
  readonly goal: number;
  /** MiB of stacks and globals that were scanned, rounded down; undefined before Go 1.18. */
  readonly stacks: number | undefined;
  readonly globals: number | undefined;
  readonly procs: number;
  /** By `runtime.GC()`. */
  readonly forced: boolean;
}

/** A field: how it is printed, and what a reader is told that was expected. */
interface Field { readonly name: FieldName; readonly form: RegExp; readonly like: string }

export const fieldNames = ['number', 'time', 'percent', 'clock', 'cpu', 'heap', 'goal', 'procs'] as const;
export type FieldName = (typeof fieldNames)[number];

const ms = String.raw`(\d{1,12}(?:\.\d{1,3})?)`;
/** An arrow, also as JSON and HTML write it. */
const arrow = String.raw`-(?:>|\\u003[eE]|&gt;)`;
/** Up to what 64 bits hold: without GOGC and without a limit a goal is nearly that. */
const mb = String.raw`(\d{1,14})`;

const fields: readonly Field[] = [
  { name: 'number', form: /gc (\d{1,10}) /y, like: 'gc 7' },
  { name: 'time', form: /@(\d{1,10}(?:\.\d{1,3})?)s /y, like: '@0.073s' },
  { name: 'percent', form: /(\d{1,4})%(?: \(checking for goroutine leaks\))?: /y, like: '2%:' },
  { name: 'clock', form: new RegExp(`${ms}\\+${ms}\\+${ms} ms clock, `, 'y'), like: '0.03+2.1+0.02 ms clock,' },
  { name: 'cpu', form: new RegExp(`${ms}\\+${ms}/${ms}/${ms}\\+${ms} ms cpu, `, 'y'), like: '0.06+0.1/2.0/0.3+0.04 ms cpu,' },
  { name: 'heap', form: new RegExp(`${mb}${arrow}${mb}${arrow}${mb} MB, `, 'y'), like: '4->5->2 MB,' },
  { name: 'goal', form: new RegExp(`${mb} MB goal, (?:${mb} MB stacks, ${mb} MB globals, )?`, 'y'), like: '5 MB goal,' },
  { name: 'procs', form: /(\d{1,6}) P( \(forced\))?/y, like: '8 P' },
];

/** Where lines of gctrace begin in a line of a log: `gc 7 @`, whatever stands before. */
const beginning = /gc \d{1,10} @/g;
/** What is left of one when a program ended while it printed. */
const remnant = /^gc(?: \d{1,10})?$/;

/** The columns (from 0) at which cycles begin. */
export function beginnings(text: string): readonly number[] {
  if (!text.includes('gc')) return [];
  if (remnant.test(text)) return [0];
  const offsets: number[] = [];
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) offsets.push(match.index);
  return offsets;
}

/** A whole line at once: by far the most are as printed. */
const whole = new RegExp(fields.map(({ form }) => form.source).join(''), 'y');

/** The cycle that begins at an offset of a line; undefined where it is not as printed. */
export function readCycle(text: string, line: number, offset: number): Cycle | undefined {
  const match = matchAt(whole, text, offset);
  return match ? cycleOf(match, line, offset + 1) : undefined;
}

/** What is wrong where that is undefined: `field` or `cut`, with the place of the first field that is not as printed. */
export function damageIn(text: string, line: number, offset: number): Damage {
  let at = offset;
  for (const field of fields) {
    const found = matchAt(field.form, text, at);
    if (!found) return notA(field, text, line, at);
    at += found[0].length;
  }
  throw new EngineError('every field of a line matches, and the line does not');
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** The numbers of a whole line, in the order of its fields. */
function cycleOf([, number, seconds, percent, a, b, c, d, e, f, g, h, start, end, marked, goal, stacks, globals, procs, forced]: RegExpExecArray, line: number, column: number): Cycle {
  return {
    line, column, number: Number(number), seconds: Number(seconds), percent: Number(percent),
    clock: { sweepTermination: Number(a), mark: Number(b), markTermination: Number(c) },
    cpu: { sweepTermination: Number(d), assist: Number(e), background: Number(f), idle: Number(g), markTermination: Number(h) },
    heap: { start: Number(start), end: Number(end), marked: Number(marked) },
    goal: Number(goal), stacks: stacks === undefined ? undefined : Number(stacks), globals: globals === undefined ? undefined : Number(globals),
    procs: Number(procs), forced: forced !== undefined,
  };
}

function notA({ name, like }: Field, text: string, line: number, at: number): Damage {
  const rest = text.slice(at, at + 40).trim();
  const said = rest === '' ? `the line ends before the ${name}` : `the ${name} should look like “${like}”, not “${rest}”`;
  return { code: rest === '' ? 'cut' : 'field', message: said, line, column: at + 1, args: { field: name, like, found: rest } };
}
