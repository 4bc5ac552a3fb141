import type { Outlook } from '../../engine/collectors/tricolor/board.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { nameOf, write } from './notation.ts';
import type { HideWords } from './words.ts';

const all = (objects: readonly number[]): string => objects.map(nameOf).join(' and ');

function outlook(found: Outlook): string {
  if (found === 'lost') return 'Lost.';
  if (found === 'over') return 'Marking is over. Nothing was lost.';
  if (found === 'none found') return 'No loss found from here.';
  if ('proved' in found) return `Proved: no loss, in ${formatNumber(found.proved)} states.`;
  return `A loss in ${found.loss.length} ${found.loss.length === 1 ? 'move' : 'moves'} exists.`;
}

const words: HideWords = {
  title: 'Hide the white object',
  caption: 'You are the program, and the collector is half done. Lead it past an object that you still hold. If you succeed, it sweeps the object from under your pointer.',
  controls: { level: 'level' },
  choices: { none: 'no barrier', dijkstra: 'Dijkstra', rescan: 'Dijkstra and a second scan', yuasa: 'Yuasa', hybrid: 'Go’s hybrid' },
  presets: { none: '1: no barrier', dijkstra: '2: Dijkstra’s barrier', rescan: '3: and the stack scanned again', yuasa: '4: Yuasa’s barrier, stack scanned late', hybrid: '5: Go’s hybrid barrier' },
  kinds: { moved: 'your move', scanned: 'the collector scans', swept: 'the sweep', lost: 'a loss' },
  events: {
    moved: ({ step, shaded }) => `${write(step)}.${shaded.length > 0 ? ` The barrier makes ${all(shaded)} grey.` : ''}`,
    scanned: ({ step, shaded }) => `${write(step)}.${shaded.length > 0 ? ` ${all(shaded)} ${shaded.length === 1 ? 'becomes' : 'become'} grey.` : ' Nothing new is found.'}`,
    swept: ({ freed }) => (freed.length > 0 ? `The collector sweeps ${all(freed)}. Nobody could reach ${freed.length === 1 ? 'it' : 'them'} any more.` : 'The collector is done, and sweeps nothing.'),
    lost: ({ lost }) => `The collector sweeps ${all(lost)}, which the program can still reach.`,
  },
  op: () => 'Your move. White is what the collector has not seen; at the end it sweeps what is white.',
  answer: (op, { lost, outlook: found }) => (lost.length > 0 ? `You win: ${all(lost)} ${lost.length === 1 ? 'is' : 'are'} swept, and your pointer still leads there. Go gives the memory to the next object of that size: you would read somebody else’s data, and write over it.` : `${write(op)}. ${outlook(found)}`),
  end: '',
  blank: 'Nobody has moved yet. White is what the collector has not seen; at the end it sweeps what is white.',
  errors: {
    line: ({ text }) => `“${text}” is no move. Write r1 = A.next, G.right = B, r1 = nil, or gc: scan A.`,
    illegal: ({ step }) => `This move cannot be made here: ${step}. You can use what your registers and G lead to; the collector scans what is grey.`,
    long: ({ most }) => `A game may have ${most} moves at most.`,
    budget: () => 'This game does not come to an end in time.',
  },
  help: 'A move a line. Yours: r1 = A.next loads, G.right = B stores, r1 = nil lets go. The collector’s: gc: scan A, gc: scan stack, gc: sweep, gc: go on to the end.',
  outlook,
  colors: { white: 'white', grey: 'grey', black: 'black', gone: 'swept', lost: 'swept, in use' },
  stack: 'stack, not scanned',
  scanned: 'stack, scanned',
  facts: { outlook: 'outlook', registers: 'registers', pointsTo: (targets) => `points to ${targets}`, nothing: 'points nowhere', held: (targets) => `hold ${targets}` },
};
export default words;
