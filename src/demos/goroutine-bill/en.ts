import { closureBytes, gBytes, sudogBytes } from '../../engine/go/stack/goroutine-costs.ts';
import { mostGoroutines, type Bill } from '../../engine/go/stack/goroutine-bill.ts';
import { fixedStack } from '../../engine/go/stack/sizes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { count } from '../stack-program.en.ts';
import { examples } from './read.ts';
import type { BillWords } from './words.ts';

const mb = (bytes: number): string => `${formatNumber(bytes / 1e6, 1)} MB`;
const stacks = ({ stacks: living, deadStacks }: Bill): string => mb(living + deadStacks);
const heap = ({ gs, allgs, sudogs, garbage }: Bill): string => mb(gs + allgs + sudogs + garbage);

const words: BillWords = {
  title: 'Goroutine bill',
  caption: `A waiting goroutine costs a stack of ${formatNumber(fixedStack)} bytes, a g of ${gBytes} and a sudog of ${sudogBytes}. Stacks go at the next collection. The g’s stay for ever, for goroutines to come.`,
  controls: {},
  choices: {},
  presets: { bill: 'a hundred thousand', recorded: 'the same, as recorded', again: 'twenty thousand, twice', deep: 'two thousand, each deep' },
  kinds: { go: 'goroutines start', end: 'all end', collect: 'a collection', free: 'memory goes back' },
  events: {
    go: ({ bill }) => `${count(bill.goroutines, 'goroutine')} wait: ${stacks(bill)} of stacks, and ${heap(bill)} in the heap.`,
    end: ({ bill }) => `All have ended. ${bill.kept > 0 ? `Their stacks, ${mb(bill.deadStacks)}, stay with the dead g’s.` : 'Their stacks had not the starting size and went at once.'} The sudogs they waited with, and what go was given, are garbage now.`,
    collect: ({ bill }) => `A collection frees the stacks of dead g’s, but for ${mb(bill.deadStacks)} around those that the P keeps at hand. The g’s stay: ${mb(bill.gs)}. ${mb(bill.idle)} are nobody’s, and still in memory.`,
    free: ({ bill }) => `debug.FreeOSMemory gives back what is nobody’s. What stays: ${mb(bill.gs + bill.allgs)} of g’s and the list of them.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'go': return `Next: ${count(op.count, 'goroutine')} ${op.count === 1 ? 'starts' : 'start'}${op.bytes > 0 ? `, ${op.count === 1 ? 'goes' : 'each go'} ${formatNumber(op.bytes)} bytes deep` : ''} and wait${op.count === 1 ? 's' : ''} for a channel.`;
      case 'end': return 'Next: the channel is closed, and all of them end.';
      case 'collect': return 'Next: a collection.';
      case 'free': return 'Next: debug.FreeOSMemory.';
    }
  },
  answer: (_op, { stackInuse, heapAlloc }) => `${mb(stackInuse)} of stacks, ${mb(heapAlloc)} in the heap.`,
  end: 'Stacks go back to the heap; a g stays for goroutines to come.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    many: ({ most }) => `A program may start 1 to ${formatNumber(Number(most ?? mostGoroutines))} goroutines.`,
    deep: ({ least, most }) => `A goroutine may go ${formatNumber(Number(least))} to ${formatNumber(Number(most))} bytes deep.`,
    long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. The second of them goes so many bytes deep in each goroutine. gc is runtime.GC(), free is debug.FreeOSMemory(). Counted is what is there beside a small program; one P. # starts a comment.`,
  guess: { title: 'Predict the bill', ask: ({ do: what }) => `How many bytes are stacks, and how many are in the heap, ${what === 'go' ? 'while they wait' : what === 'end' ? 'when all have ended' : 'after a collection'}?`, unread: (text) => `“${text.slice(0, 20)}” are no two numbers. Write bytes of stacks + bytes in the heap.` },
  after: { start: 'at the start', go: 'they wait', end: 'all have ended', collect: 'after a collection', free: 'after FreeOSMemory' },
  parts: { stacks: 'stacks', deadStacks: 'stacks of the dead', gs: 'g’s', allgs: 'list of all g’s', sudogs: 'sudogs', garbage: 'garbage', idle: 'nobody’s, in memory' },
  total: (size) => `${mb(size)} in memory`,
  goroutines: (living, dead) => `${formatNumber(living)} live, ${formatNumber(dead)} dead g’s`,
  amount: (size) => `${formatNumber(size)} bytes`,
  one: `one of them, beside ${closureBytes} bytes of garbage`,
  each: (size) => `${formatNumber(size, 0)} bytes`,
};
export default words;
