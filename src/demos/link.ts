import type { Position } from '../engine/timeline.ts';
import { readValue, writeValue, type Values } from './control.ts';
import type { Demo, Input } from './demo.ts';

/** What a share link restores, and which of its parts were refused. */
export interface Shared {
  readonly input: Input;
  readonly at: Position | undefined;
  readonly refused: readonly string[];
}

/** Longest program, in characters, that a link carries. */
export const longestSharedProgram = 4_000;

/** The query of a link that opens `demo` on `input` at `at`. Only what differs from the preset is written. */
export function writeLink(id: string, demo: Demo, input: Input, at: Position): URLSearchParams {
  const preset = demo.input(input.preset);
  const query = new URLSearchParams({ demo: id, at: `${at.op}.${at.moment}` });
  if (input.preset !== demo.presets[0]) query.set('preset', input.preset);
  if (input.seed !== preset.seed) query.set('seed', String(input.seed));
  if (input.program !== undefined) query.set('program', input.program);
  for (const [name, control] of Object.entries(demo.controls)) {
    const value = input.options[name]!;
    if (value !== preset.options[name]) query.set(`o.${name}`, writeValue(control, value));
  }
  return query;
}

/** Reads a link's query; any text at all gives a usable input. */
export function readLink(demo: Demo, query: URLSearchParams): Shared {
  const refused: string[] = [];
  const taken = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = query.get(name);
    const value = text === null ? undefined : read(text);
    if (text !== null && value === undefined) refused.push(name);
    return value;
  };
  const preset = taken('preset', (text) => (demo.presets.includes(text) ? text : undefined));
  const base = demo.input(preset);
  const options: Values = Object.fromEntries(Object.entries(demo.controls).map(([name, control]) =>
    [name, taken(`o.${name}`, (text) => readValue(control, text)) ?? base.options[name]!]));
  const seed = taken('seed', readSeed) ?? base.seed;
  const program = taken('program', (text) => (demo.editable && text.length <= longestSharedProgram ? text : undefined));
  return { input: { preset: base.preset, options, seed, program }, at: taken('at', readPosition), refused };
}

const readSeed = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

function readPosition(text: string): Position | undefined {
  const [, op, moment] = /^(\d{1,7})\.(\d{1,6})$/.exec(text) ?? [];
  return op === undefined || moment === undefined ? undefined : { op: Number(op), moment: Number(moment) };
}
