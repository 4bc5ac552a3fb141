import type { TapeOp } from '../engine/go/stack/stack-tape.ts';
import { formatBytes, formatNumber } from '../i18n/quantity.ts';
import type { StackWords } from './stack-columns.ts';
import { examples, manyCalls, toTheByte } from './stack-program.ts';

export const bytes = (size: number): string => formatBytes(size, 'en');
/** Bytes where each of them matters. */
export const exact = (size: number): string => `${formatNumber(size)} ${size === 1 ? 'byte' : 'bytes'}`;
export const count = (value: number, one: string): string => `${formatNumber(value)} ${one}${value === 1 ? '' : 's'}`;
const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`);
const some = (value: number, one: string): readonly string[] => (value === 0 ? [] : [count(value, one)]);

/** Why a stack program could not be read: for the words of every demo that takes one. */
export const stackErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  verb: ({ verb }) => `“${verb}” is no operation. There are call, pass, return, defer, wait and gc.`,
  bytes: ({ text, least, most }) => `“${text}” is no size of a call: a multiple of 8 from ${formatNumber(Number(least))} to ${formatNumber(Number(most))} bytes.`,
  times: ({ text }) => `“${text}” cannot be read here. Write ${examples.many}, or ${examples.forever}.`,
  count: ({ text, most }) => `“${text}” is no number of calls: 1 to ${formatNumber(Number(most))}.`,
  dead: () => 'The program died in the line before. Nothing runs after that.',
  long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
  budget: () => 'This program does not come to an end in time.',
};

export const stackHelp = `One line each: ${Object.values(examples).join(' · ')} (each call takes a pointer to a variable of its caller) · return · return 5 · return all · defer · wait (for a channel) · gc. A size is what one call takes, its return address included. # starts a comment.`;

export function stackOp(op: TapeOp): string {
  switch (op.do) {
    case 'call': {
      const many = op.count === Infinity ? 'Calls without end' : op.count === 1 ? 'A call' : `${formatNumber(op.count)} calls, each inside the one before`;
      return `Next: ${many.toLowerCase()}, of ${exact(op.bytes)}${op.passes ? ', with a pointer to a variable of the caller' : ''}.`;
    }
    case 'return': return op.count === Infinity ? 'Next: every call returns.' : `Next: ${count(op.count, 'return')}.`;
    case 'defer': return 'Next: a deferred call, which remembers where the stack pointer stood.';
    case 'wait': return 'Next: the goroutine waits for a channel, which will write into its frame.';
    case 'collect': return 'Next: a collection.';
  }
}

export const stackWords: StackWords = {
  stack: (size) => bytes(size),
  used: (size) => `${size < toTheByte ? exact(size) : bytes(size)} in use`,
  exact,
  left: 'freed',
  old: 'old',
  fresh: 'new',
  which: (size, which) => `${size}, ${which}`,
  guard: 'guard',
  calls: (number, size) => (number === 1 ? exact(size) : `${formatNumber(number)} calls of ${exact(size)}`),
  run: (number, size) => (number === 1 ? exact(size) : number < manyCalls ? `${formatNumber(number)} × ${formatNumber(size)}` : count(number, 'call')),
  first: 'go func',
  unused: (size) => `${exact(size)} below the stack pointer`,
  wanted: (size) => `the next call: ${exact(size)}`,
  next: (size) => `next: ${formatNumber(size)}`,
  outside: { argument: '', defer: 'defer', sudog: 'sudog' },
  history: 'sizes, each step double; hollow: halved',
  step: bytes,
  facts: { stack: 'stack', used: 'in use', guard: 'guard', depth: 'calls under way', pointers: 'pointers into it', copied: 'copied so far', sizes: 'sizes so far' },
  range: (lo, hi, size) => `${lo} to ${hi}, ${bytes(size)}`,
  depth: (depth) => formatNumber(depth),
  pointers: (frames, others) => `${count(frames, 'saved frame pointer')}${others > 0 ? ` and ${count(others, 'other')}` : ''}`,
  total: (copied, moves) => `${exact(copied)} in ${count(moves, 'move')}`,
};

export const stackKinds = { check: 'a check fails', copied: 'a stack is copied', aimed: 'pointers are re-aimed', freed: 'an old stack is freed' };

export const stackEvents = {
  check: ({ frame, sp, stackguard0 }: { readonly frame: number; readonly sp: number; readonly stackguard0: number }): string =>
    `The prologue of the next call fails its check: with the stack pointer at ${sp.toString(16)}, a frame of ${exact(frame)} would reach below the guard at ${stackguard0.toString(16)}. It calls morestack.`,
  copied: ({ stack, used }: { readonly stack: { readonly lo: number; readonly hi: number }; readonly used: number }): string =>
    `A stack of ${bytes(stack.hi - stack.lo)} is taken at ${stack.lo.toString(16)}. The ${exact(used)} in use are copied to its upper end; every pointer in them still leads into the old stack.`,
  aimed: ({ frames, counts, stack, old }: { readonly frames: number; readonly counts: Readonly<Record<'sudog' | 'defer' | 'argument', number>>; readonly stack: { readonly hi: number }; readonly old: { readonly hi: number } }): string => {
    const delta = stack.hi - old.hi;
    const parts = [...some(counts.sudog, 'sudog'), ...some(counts.defer, 'deferred call'), ...some(frames, 'saved frame pointer'), ...some(counts.argument, 'argument')];
    return `${delta < 0 ? 'Minus' : 'Plus'} ${Math.abs(delta).toString(16)} (hexadecimal) for each pointer into the old stack: ${listed(parts)}.`;
  },
  freed: ({ old }: { readonly old: { readonly lo: number; readonly hi: number } }): string => `Nobody points to the old stack of ${bytes(old.hi - old.lo)} any more. It is freed.`,
};
