import type { BoardOp } from '../../engine/collectors/tricolor/board.ts';
import type { Step } from '../../engine/collectors/tricolor/steps.ts';
import { nil } from '../../engine/collectors/tricolor/world.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';
import { fieldNames, names } from './boards.ts';

const longest = 200;

const place = (object: number, field: number): string => `${names[object]}.${fieldNames[object]![field]}`;
export const nameOf = (object: number): string => (object === nil ? 'nil' : names[object]!);

/** A step as its player would write it. */
export function write(op: BoardOp): string {
  switch (op.do) {
    case 'drop': return `r${op.register} = nil`;
    case 'load': return `r${op.register} = ${place(op.object, op.field)}`;
    case 'store': return `${place(op.object, op.field)} = ${nameOf(op.value)}`;
    case 'scan object': return `gc: scan ${nameOf(op.object)}`;
    case 'scan stack': return 'gc: scan stack';
    case 'rescan': return 'gc: scan stack again';
    case 'terminate': return 'gc: sweep';
    case 'finish marking': return 'gc: go on to the end';
    default: return `gc: ${op.do}`;
  }
}

const collector: Readonly<Record<string, BoardOp>> = {
  'gc: scan stack': { do: 'scan stack', mutator: 0 }, 'gc: scan stack again': { do: 'rescan' }, 'gc: sweep': { do: 'terminate' }, 'gc: go on to the end': { do: 'finish marking' },
};

/** Reads what `write` writes, a step a line; `#` starts a comment. */
export function readMoves(text: string): Program<BoardOp> {
  return readLines(text, longest, (line, at) => stepOf(line) ?? refuse(line, at));
}

function refuse(text: string, at: At): never {
  throw new ProgramError('line', `"${text}" is no move.`, at, { text: text.slice(0, 40) });
}

function stepOf(line: string): BoardOp | undefined {
  const words = line.replace(/\s+/g, ' ');
  const scanned = /^gc: scan ([A-Z])$/.exec(words)?.[1];
  if (scanned !== undefined) return known(scanned, (object): Step => ({ do: 'scan object', object }));
  if (Object.hasOwn(collector, words)) return collector[words];
  const [, left, right] = /^(\S+) ?= ?(\S+)$/.exec(words) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return /^r[01]$/.test(left) ? intoRegister(Number(left[1]), right) : intoField(left, right);
}

function intoRegister(register: number, right: string): Step | undefined {
  if (right === 'nil') return { do: 'drop', mutator: 0, register };
  const from = placeOf(right);
  return from && { do: 'load', mutator: 0, register, ...from };
}

function intoField(left: string, right: string): Step | undefined {
  const to = placeOf(left);
  const value = right === 'nil' ? nil : names.indexOf(right as (typeof names)[number]);
  return to && (right === 'nil' || value >= 0) ? { do: 'store', mutator: 0, ...to, value } : undefined;
}

const known = (name: string, step: (object: number) => Step): Step | undefined => {
  const object = names.indexOf(name as (typeof names)[number]);
  return object < 0 ? undefined : step(object);
};

function placeOf(text: string): { readonly object: number; readonly field: number } | undefined {
  const [name, fieldName = ''] = text.split('.');
  const object = names.indexOf(name as (typeof names)[number]);
  const field = fieldNames[object]?.indexOf(fieldName) ?? -1;
  return object >= 0 && field >= 0 ? { object, field } : undefined;
}
