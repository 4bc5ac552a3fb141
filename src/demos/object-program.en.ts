import type { CollectorEvent } from '../engine/collectors/event.ts';
import type { NamedOp } from '../engine/collectors/side-by-side.ts';
import { formatAddress, formatBytes, formatNumber } from '../i18n/quantity.ts';
import { examples } from './object-program.ts';

const bytes = (size: number): string => formatBytes(size, 'en');

const phases: Readonly<Record<Extract<CollectorEvent, { kind: 'phase' }>['phase'], string>> = {
  mark: 'Marking begins at the roots.', sweep: 'Sweeping.', forward: 'First pass: where will each object lie?', update: 'Second pass: rewrite every pointer.', slide: 'Third pass: move.',
  copy: 'Copying begins at the roots.', minor: 'A minor collection: only the nursery.', trial: 'Trial deletion: take away the counts that come from inside.',
  rescue: 'Is any count left? Then something outside points in.', release: 'What was found dead is freed.', over: 'The collection is over.',
};

export function step(event: CollectorEvent, name: string): string {
  switch (event.kind) {
    case 'phase': return phases[event.phase];
    case 'marked': return `${name} is found: grey.`;
    case 'scanned': return `The pointers of ${name} are followed: black.`;
    case 'shaded': return `The write barrier shades ${name}, whose pointer is about to be overwritten.`;
    case 'freed': return `${name} is freed: ${bytes(event.size)} at ${formatAddress(event.addr)}.`;
    case 'counted': return `The count of ${name} is now ${event.count}.`;
    case 'suspected': return `A pointer to ${name} is gone and some are left: it may be part of a dead ring.`;
    case 'tried': return `On trial, one pointer less to ${name}: ${event.count}.`;
    case 'rescued': return `${name} gets its count back: ${event.count}.`;
    case 'condemned': return `No pointer to ${name} comes from outside: dead.`;
    case 'forwarded': return `${name} will lie at ${formatAddress(event.addr)}.`;
    case 'updated': return `The pointers of ${name} lead to where their targets will lie.`;
    case 'moved': return `${name} moves from ${formatAddress(event.from)} to ${formatAddress(event.addr)}.`;
    case 'remembered': return `${name} is old and now points to a young object: remembered.`;
    default: return '';
  }
}

export function before(op: NamedOp): string {
  switch (op.do) {
    case 'new': return `Next: ${op.name}, an object of ${bytes(op.size + 8)} with its header.`;
    case 'set': return `Next: ${op.name}.${op.field} = ${op.toName}.`;
    case 'hold': return `Next: a variable holds ${op.name}.`;
    case 'drop': return `Next: no variable holds ${op.name} any more.`;
    case 'collect': return 'Next: a collection.';
  }
}

export const done = (op: NamedOp): string => before(op).replace('Next: ', '').replace(/^./, (letter) => letter.toUpperCase());

/** Why a program of objects could not be read or run: for the words of every demo that takes one. */
export const objectErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.make}, ${examples.store}, ${examples.drop}, ${examples.hold} or ${examples.collect}.`,
  size: ({ largest, mostFields }) => `An object may have ${formatNumber(Number(largest))} bytes and ${mostFields} pointers at most, and any name but nil.`,
  unknown: ({ text }) => `Nothing is called ${text} yet. Make it first, as in ${examples.make}.`,
  unreachable: () => 'Nothing leads to this object any more, so no program can name it.',
  'not-held': () => 'No variable holds this object, so none can let it go.',
  field: ({ field, fields }) => `The object has ${fields} pointers, counted from 0: there is no .${field}.`,
  twice: () => 'There is such an object already.',
  large: () => 'An object this large cannot be made.',
  long: ({ most }) => `A program may have at most ${most} lines.`,
  budget: () => 'This operation takes too many steps to show.',
};

export const objectHelp = `A line each: ${examples.make} makes an object of so many bytes, the first of them one pointer, and a variable holds it. ${examples.store} and ${examples.clear} write pointers, ${examples.drop} lets go, ${examples.hold} takes hold again, ${examples.collect} collects. # starts a comment.`;
