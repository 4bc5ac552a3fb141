import { examples } from './read.ts';
import type { LeakWords } from './words.ts';

const list = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`);
const are = (names: readonly string[]): string => `${list(names)} ${names.length === 1 ? 'is' : 'are'}`;

/** Names as a bet is written. */
const named = (written: string): string => (written === '0' ? 'nobody' : list(written.split(' ')));

const words: LeakWords = {
  title: 'Leak detective',
  caption: 'Goroutines and channels. An arrow from a goroutine: it holds the channel; an arrow to it: it waits there, and may be woken. Marking begins at what can run. A goroutine whose channel gets marked may wake up, so its stack counts as well; when nothing changes any more, the others have leaked. Who?',
  controls: {},
  choices: { 0: 'nobody' },
  presets: { timeout: 'nobody has its channel', select: 'one of two channels', chain: 'one wakes the next', hidden: 'a global hides it', ring: 'two wait for each other' },
  kinds: { roots: 'the roots', revived: 'one that may wake up', leaked: 'the leaked' },
  events: {
    roots: ({ goroutines, channels }) => `gcPrepareMarkRoots: ${goroutines.length === 0 ? 'no goroutine can run' : `${are(goroutines)} able to run, and a root`}. ${channels.length === 0 ? 'No channel is marked from there.' : `${are(channels)} marked from there and from globals.`}`,
    revived: ({ goroutine, by, channels }) => `findMaybeRunnableGoroutines: ${goroutine} waits for ${by}, which is marked. It may wake up, so its stack is scanned${channels.length === 0 ? ' too' : `: ${are(channels)} marked`}.`,
    leaked: ({ goroutines }) => (goroutines.length === 0 ? 'findGoroutineLeaks: nothing new, and nobody is left. No leak.' : `findGoroutineLeaks: nothing new. ${list(goroutines)} can be woken by nobody who could run: leaked.`),
  },
  op: (op) => (op.do === 'profile' ? 'Next: the profile goroutineleak. Whom does it name?' : op.do === 'global' ? `Next: a package-level variable leads to ${list(op.channels)}.` : `Next: ${op.goroutine.name} starts.`),
  answer: (op, { leaked }) => (op.do === 'profile' ? `The profile names ${leaked.length === 0 ? 'nobody' : list(leaked)}.` : ''),
  end: 'Leaked is who waits for what nobody alive can reach.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    twice: ({ name }) => `${name} has been started before.`,
    many: ({ most }) => `There is room for ${most} goroutines.`,
    channels: ({ most }) => `There is room for ${most} channels.`,
    long: ({ most }) => `A program may have at most ${most} lines.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. Channels are single letters. holds: a local variable of the goroutine that is still used.`,
  guess: { title: 'Who leaked?', ask: ({ do: what }) => (what === 'profile' ? 'Whom does the profile name? (0 for nobody)' : ''), unread: (text) => `“${text.slice(0, 20)}” names no goroutines. Write G2 G4, or 0.`, missed: (yours, ours) => `You named ${named(yours)}; the profile names ${named(ours)}.` },
  global: 'global',
  waits: 'waits',
  fate: (fate, runs, asked) => (fate === 'leaked' ? 'leaked' : fate === 'revived' ? 'may wake' : runs ? 'runs' : asked ? 'not yet' : 'waits'),
  verdict: (leaked, asked) => (!asked ? 'not asked yet' : leaked === 0 ? 'no leak so far' : `${leaked} leaked`),
  channel: (marked) => (marked ? 'marked' : ''),
  marked: 'channels marked',
  list,
};
export default words;
