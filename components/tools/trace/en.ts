import compared from './compared.en.ts';
import type { TraceWords } from './words.ts';

const calls = (count: string): string => (count === '1' ? '1 call' : `${count} calls`);

const words: TraceWords = {
  ...compared,
  damage: {
    'trace-empty': () => 'There is no call of malloc in this text. Paste lines such as “a 0 8” and “f 0”.',
    'trace-long': ({ length, limit }) => `The text has ${length} characters; at most ${limit} are read. Cut it after any line.`,
    'trace-unknown': ({ found }) => `“${found}” does not begin a trace. A .rep trace begins with four lines of one number, or with its first call, such as “a 0 8”; what mtrace writes begins with “= Start”.`,
    'rep-header': () => 'The four header lines are not complete: one number on each. Add the missing ones, or leave all four out.',
    'rep-call': () => 'No call. A line is “a ID SIZE” for malloc, “c ID SIZE” for calloc, “r ID SIZE” for realloc or “f ID” for free.',
    'rep-id': ({ limit }) => `An id is -1 or a whole number below ${limit}.`,
    'rep-number': ({ what }) => `A whole number belongs here: ${what === 'header' ? 'a line of the header' : what === 'id' ? 'the id of the object' : 'its size in bytes'}.`,
    'rep-large': () => 'This number is too large to be counted exactly.',
    'rep-rest': () => 'The line should end here: one call a line, and no further words.',
    'mtrace-line': () => 'No line of mtrace. After “@ place” it has “+ ADDRESS SIZE”, “- ADDRESS”, or for realloc “< ADDRESS” and then “> ADDRESS SIZE”.',
    'mtrace-address': () => 'An address belongs here, hexadecimal with 0x before it.',
    'mtrace-size': () => 'A size in bytes belongs here, hexadecimal with 0x before it.',
    'mtrace-resize': () => 'A realloc is two lines, “< OLD ADDRESS” and right after it “> NEW ADDRESS SIZE”. One of them is missing.',
    'mtrace-many': ({ limit }) => `More than ${limit} blocks are too many. Cut the trace before this line.`,
    'mtrace-large': () => 'This size is too large to be counted exactly.',
  },
  runBefore: (operations, line) => `Compare the ${calls(operations)} before line ${line}`,
  shown: (from, to, all) => `The box shows lines ${from} to ${to} of ${all}. All of them were taken.`,
  exampleFailed: 'The example did not load. Try again when you are online.',
  fileFailed: 'This file could not be read. Choose it again, or paste its text.',
  fileTooLarge: (size, limit) => `The file has ${size}; at most ${limit} are read. Its first part is a trace too: cut it after any line.`,
  fileBinary: 'This file is not text. Give a .rep trace, also compressed with gzip, or what mtrace wrote.',
  reading: 'Reading the lines…',
  cancel: 'Cancel',
  cancelled: 'Cancelled. The trace is still in the box.',
  kept: 'Cancelled. Below is still what was read before.',
  failed: 'The reader did not start. Load the page again; the text in the box can be copied first.',

  title: (operations) => `${calls(operations)}, performed by each allocator`,
  live: (peak, at) => `The program asked for most after ${calls(at)}: ${peak}.`,
  least: (best, least, worst, most) => `The smallest heap is that of ${best}, ${least}; the largest that of ${worst}, ${most}.`,
  oddities: {
    nothingHeld: (count, line) => `Frees of ids that hold nothing: ${count}, the first in line ${line}. They do nothing, like free(NULL).`,
    forgotten: (count, line) => `Ids given anew while they held a block: ${count}, the first in line ${line}. The old block stays live for ever, a leak.`,
  },
  mtrace: 'Read as the output of mtrace, in which calloc and memalign look like malloc.',
  choose: 'Choose at least one allocator above.',

  running: (machine, done, all) => `${machine}: ${done} of ${calls(all)}`,
  looking: (machine) => `${machine}: looking at its worst moments again`,
  stop: (machine) => `Stop ${machine}`,
  stopped: (machine) => `${machine} was stopped. Take it out of the choice and in again to let it start anew.`,
  broke: (machine) => `${machine} failed on this trace, which is our fault. The trace would help us to find out why.`,
  refusedSome: (machine, count) => `${machine} answered ${count === '1' ? '1 request' : `${count} requests`} with the null pointer: its model of memory was full, so its figures are those of a program that got less.`,

  quantities: { heap: 'Heap', inside: 'Lost in blocks', between: 'Lost between blocks', steps: 'Steps' },
  show: 'Show',
  overTime: (quantity) => `${quantity} over time`,
  scrubber: 'Look at a moment: number of calls done',
  atOperation: (operation, all) => `After ${operation} of ${calls(all)}`,
  askedIs: (size) => `the program has asked for ${size}`,
  said: (moment, asked) => `${moment}: ${asked}`,
  all: (parts) => parts.join('; '),
  heapIs: (machine, size) => `${machine} ${size}`,
  momentColumns: { heap: 'Heap', inside: 'In blocks', between: 'Between', hole: 'Largest hole', steps: 'Steps so far', systemCalls: 'System calls' },
  csv: 'Download as CSV',
  svg: 'Download the chart as SVG',
};
export default words;
