import { GoroutineBill, type Bill, type BillAnswer, type BillOp, type BillPicture } from '../../engine/go/stack/goroutine-bill.ts';
import { gBytes, sudogBytes } from '../../engine/go/stack/goroutine-costs.ts';
import { fixedStack } from '../../engine/go/stack/sizes.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import { readBill } from './read.ts';
import type { BillWords, Part } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    bill: { program: 'go 100000\nend\ngc\nfree', still: 'end' },
    recorded: { program: 'go 100000\nend', still: 'end' },
    again: { program: 'go 20000\nend\ngc\ngo 20000', still: 'end' },
    deep: { program: 'go 2000 x 5000\nend\ngc', still: 'end' },
  },
  machine: () => new GoroutineBill(),
  read: readBill,
  view: 'strips',
  legend: ['live', 'header', 'garbage', 'resident'],
  draw: (picture: BillPicture, words: BillWords) => draw(picture, words),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    each: { preset: 'deep', of: () => ({ value: fixedStack, unit: 'B' }) },
    g: { preset: 'deep', of: () => ({ value: gBytes, unit: 'B' }) },
    sudog: { preset: 'deep', of: () => ({ value: sudogBytes, unit: 'B' }) },
    stacks: { preset: 'recorded', of: ({ answers }) => ({ value: millions(answers[0]!.stackInuse), unit: 'MB' }) },
    heap: { preset: 'recorded', of: ({ answers }) => ({ value: millions(answers[0]!.heapAlloc), unit: 'MB' }) },
    ended: { preset: 'recorded', of: ({ answers }) => ({ value: millions(answers[1]!.stackInuse), unit: 'MB' }) },
    stays: { preset: 'bill', of: ({ answers }) => ({ value: millions(answers[3]!.heapAlloc), unit: 'MB' }) },
    stacksStay: { preset: 'bill', of: ({ answers }) => ({ value: answers[3]!.stackInuse / 1024, unit: 'KiB' }) },
  },
  guess: { about: ({ do: what }: BillOp) => what !== 'free', read: readGuess, write: ({ stackInuse, heapAlloc }: BillAnswer) => `${stackInuse} + ${heapAlloc}` },
  check: { recorded: async () => (await import('./recorded.ts')).recordedBill },
});

/** Millions of bytes, to one decimal. */
const millions = (bytes: number): number => Math.round(bytes / 100_000) / 10;

/** `204800000 + 65296384`: bytes of stacks, and of objects. */
function readGuess(text: string): BillAnswer | undefined {
  const [, stackInuse, heapAlloc] = /^\s*([\d,_]+)\s*\+\s*([\d,_]+)\s*$/.exec(text) ?? [];
  return stackInuse === undefined ? undefined : { stackInuse: plain(stackInuse), heapAlloc: plain(heapAlloc!) };
}

const plain = (digits: string): number => Number(digits.replace(/[,_]/g, ''));

/** From left to right, what a moment's bytes are. */
const parts: readonly (readonly [Part, Meaning])[] = [['stacks', 'live'], ['deadStacks', 'garbage'], ['sudogs', 'live'], ['gs', 'header'], ['allgs', 'header'], ['garbage', 'garbage'], ['idle', 'resident']];

const totalOf = (bill: Bill): number => parts.reduce((sum, [part]) => sum + bill[part], 0);

/** A bar for each moment so far, all to one scale. */
function draw({ bills }: BillPicture, words: BillWords): Scenes['strips'] {
  const most = Math.max(...bills.map(totalOf), 1);
  const shown = bills.slice(1);
  const present = bills.at(-1)!;
  return {
    marks: shown.flatMap((bill, i) => marksOf(bill, i, most, words)).concat(shown.length === 0 ? [nothing(words)] : []),
    frame: { lanes: shown.length === 0 ? [laneOf(present, 0, 1, words)] : shown.map((bill, i) => laneOf(bill, i, most, words)) },
    facts: factsOf(present, words),
  };
}

const nothing = (words: BillWords): StripMark => ({ key: '0/none', addr: 0, size: 1, meaning: 'top', label: '', title: words.after.start, held: false, now: false });

function marksOf(bill: Bill, lane: number, most: number, words: BillWords): readonly StripMark[] {
  let addr = 0;
  return parts.flatMap(([part, meaning]): readonly StripMark[] => {
    const size = bill[part];
    if (size < most / 2000) return [];
    const mark: StripMark = { key: `${lane}/${part}`, addr, size, meaning, label: words.parts[part], title: `${words.parts[part]}: ${words.amount(size)}`, held: false, now: false };
    addr += size;
    return [mark];
  });
}

function laneOf(bill: Bill, index: number, most: number, words: BillWords): StripLane {
  return { key: String(index), name: words.after[bill.after], figure: words.total(totalOf(bill)), note: words.goroutines(bill.goroutines, bill.dead), base: 0, size: most, perRow: most, ruler: false };
}

function factsOf(bill: Bill, words: BillWords): readonly Fact[] {
  const each = bill.goroutines > 0 ? [{ label: words.one, value: words.each((bill.stacks + bill.gs + bill.sudogs) / bill.goroutines) }] : [];
  return [{ label: words.after[bill.after], value: words.goroutines(bill.goroutines, bill.dead) }, ...parts.map(([part]) => ({ label: words.parts[part], value: words.amount(bill[part]) })), ...each];
}
