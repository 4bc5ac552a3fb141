import { arenaSize, stepSize } from '../../engine/go/heap/tide.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { example } from './read.ts';
import type { TideWords } from './words.ts';

const mib = (bytes: number): string => `${formatNumber(bytes / 2 ** 20)} MiB`;
const hex = (addr: number): string => addr.toString(16);

const words: TideWords = {
  title: 'Tide',
  caption: `A Go heap reserves addresses ${mib(arenaSize)} at a time and opens them ${mib(stepSize)} at a time. What is open may be read and written, rw-p; the rest of the arena is addresses, and no memory.`,
  controls: { version: 'Go' },
  choices: { 1.17: '1.17 and later', 1.16: '1.16 and before' },
  presets: { step: 'the first steps', arena: 'past an arena’s end', recorded: 'as recorded', before: 'as recorded, Go 1.16' },
  kinds: { reserved: 'an arena is reserved', mapped: 'the heap grows' },
  events: {
    reserved: ({ base, size }) => `${mib(size)} of addresses are reserved at ${hex(base)}: ---p.`,
    mapped: ({ base, size }) => `The heap has no room for the next block: ${mib(size)} at ${hex(base)} become rw-p.`,
  },
  op: ({ mib: held }) => `Next: the program holds ${formatNumber(held)} MiB, in blocks of one.`,
  answer: ({ mib: held }, { rwKiB, reservedKiB }) => `${formatNumber(held)} MiB held: ${formatNumber(rwKiB / 1024)} MiB rw-p, ${formatNumber(reservedKiB / 1024)} MiB ---p.`,
  end: 'What was opened stays open, whether it is held or not.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${example}.`,
    size: ({ mib: wanted, most }) => `${formatNumber(Number(wanted))} MiB is not between 1 and ${formatNumber(Number(most))}.`,
    fewer: ({ held }) => `The program holds ${formatNumber(Number(held))} MiB already, and lets go of none.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `${example}: from now on the program holds so many MiB, in blocks of one MiB each. # starts a comment.`,
  guess: { title: 'Predict your own pmap line', ask: ({ mib: held }) => `With ${formatNumber(held)} MiB held: how many MiB are rw-p, and how many ---p?`, unread: (text) => `“${text.slice(0, 20)}” are no two numbers. Write MiB of rw-p + MiB of ---p.` },
  arena: (index) => `arena ${index}`,
  figure: (rw, reserved) => `${rw} MiB rw-p · ${reserved} MiB ---p`,
  held: (size) => `${formatNumber(size)} MiB in use`,
  mapped: (size) => `${formatNumber(size)} MiB rw-p, not yet in use`,
  reserved: (size) => `${formatNumber(size)} MiB reserved`,
  facts: { held: 'held', arenas: 'arenas', maps: '/proc/PID/maps' },
};
export default words;
