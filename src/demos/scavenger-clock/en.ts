import { forcedAfter } from '../../engine/go/heap/scavenger-clock.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { ClockWords } from './words.ts';

const mib = 2 ** 20;
/** Large amounts in whole MiB: the scavenger does not aim at less. */
const bytes = (size: number): string => formatBytes(size < 4 * mib ? size : Math.round(size / mib) * mib, 'en');
const seconds = (now: number): string => `${formatNumber(now)} s`;

const words: ClockWords = {
  title: 'Scavenger clock',
  caption: `What a collection frees, the scavenger looks at only after the next one. A program that falls silent has no next one, until the runtime forces it after ${seconds(forcedAfter)}: so long nothing goes back, then almost all.`,
  controls: { version: 'Go' },
  choices: { 1.21: '1.21 and later', '1.20': '1.20 and before' },
  presets: { idle: 'one runtime.GC(), then nothing', twice: 'runtime.GC() once more', sparse: 'no chunk was dense', before: 'Go 1.20 and before' },
  kinds: { collected: 'a collection', returned: 'memory goes back' },
  events: {
    collected: ({ forced, freed, now }) => `${forced ? `${seconds(now)}: ${seconds(forcedAfter)} without a collection, so the runtime forces one.` : `${seconds(now)}: runtime.GC().`} ${freed > 0 ? `It frees ${bytes(freed)}, all of it still in memory.` : 'It frees nothing, but what the one before it freed may go back now.'}`,
    returned: ({ bytes: size, now }) => `${seconds(now)}: the scavenger has given back ${bytes(size)}, from the highest address down, and keeps a tenth over what is in use.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'hold': return `Next: the program holds ${formatNumber(op.blocks)} MiB, in blocks of one.`;
      case 'keep': return `Next: it keeps the oldest ${formatNumber(op.blocks)} blocks and lets go of the others.`;
      case 'thin': return `Next: it lets go of every ${formatNumber(op.nth)}th block.`;
      case 'collect': return 'Next: runtime.GC().';
      case 'wait': return `Next: nothing, for ${seconds(op.seconds)}. When does memory go back?`;
    }
  },
  answer: (op, answer) => {
    if (op.do !== 'wait') return '';
    if (answer === null || answer === undefined) return `${seconds(op.seconds)} waited: nothing went back.`;
    return answer === 0 ? `${seconds(op.seconds)} waited: memory went back at once.` : `${seconds(op.seconds)} waited: memory went back after ${seconds(answer)}, with the forced collection.`;
  },
  end: 'Free pages still in memory wait for a heap that grows again, or for their turn to go.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. There are: ${examples.join(', ')}.`,
    range: ({ number, most }) => `${formatNumber(Number(number))} is not between 1 and ${formatNumber(Number(most))}.`,
    fewer: ({ held }) => `The program holds ${formatNumber(Number(held))} MiB already. To let go of some, write keep.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(', ')}. MiB, in blocks of one MiB each; seconds. # starts a comment. How fast the scavenger works is not modelled: it may use a hundredth of one CPU, and here is done within a second. Where nothing runs at all, the runtime looks at the clock only every ${seconds(forcedAfter / 2)}, so that the forced collection may be as late as ${seconds(forcedAfter * 1.5)}.`,
  guess: { title: 'Bet on the clock', ask: ({ do: verb }) => (verb === 'wait' ? 'After how many seconds of this wait does memory go back? (- for never)' : ''), unread: (text) => `“${text.slice(0, 20)}” is no number of seconds. Write one, or - for never.` },
  heap: (chunk) => `the heap, in chunks of ${bytes(chunk)}`,
  inMemory: 'in memory',
  bytes,
  seconds,
  second: 's',
  collection: (forced, now) => (forced ? `forced GC, ${seconds(now)}` : 'GC'),
  states: { used: 'in use', garbage: 'let go, not collected yet', waiting: 'freed, to be looked at after the next collection', eligible: 'free, may go back', released: 'not in memory' },
};
export default words;
