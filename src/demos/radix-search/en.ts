import { heapBase, mostAtOnce } from '../../engine/go/heap/page-search.ts';
import { linuxGeometry, rootEntries } from '../../engine/go/heap/geometry.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { hex, sizeText } from './demo.ts';
import { examples } from './read.ts';
import type { RadixWords } from './words.ts';

const pages = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'page' : 'pages'}`;
const entries = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'entry' : 'entries'}`;
const at = (page: number): string => hex(heapBase + page * pageSize);
const { chunkPages } = linuxGeometry;

const words: RadixWords = {
  title: 'Radix search',
  caption: 'Where is the lowest run of free pages that is long enough? Three numbers stand for each stretch of the heap: the free run it starts with, its longest, the one it ends with. One look passes over all of it.',
  controls: {},
  choices: {},
  presets: { far: 'a hole far away', straddle: 'a run across two entries', one: 'one page', pointer: 'nothing below is free', grow: 'nothing fits' },
  kinds: { 'search-chunk': 'the short way', level: 'one level', chunk: 'the bits of a chunk', grow: 'the heap grows' },
  events: {
    'search-chunk': ({ found }) => `searchAddr says that nothing below it is free. The chunk it points into ${found ? 'has the pages: no need for the tree' : 'may have them, but only before that point'}.`,
    level: ({ level, looked, max, start, then }) => {
      if (then === 'nothing') return `Level ${level}: ${entries(looked)} looked at, up to the end of the address space, and no run is long enough.`;
      if (then === 'run') return `Level ${level}: ${entries(looked)} looked at. What the ones before end with and the ${pages(start)} this one starts with are long enough together: found, without going down.`;
      return `Level ${level}: ${entries(looked)} looked at. The last has a run of ${pages(max)}: down into it.`;
    },
    chunk: ({ base }) => `The ${chunkPages} bits of this chunk are searched: the first run that is long enough is at ${hex(base)}.`,
    grow: ({ base, size }) => `The heap grows by ${sizeText(size)} at ${hex(base)}, and is searched again.`,
  },
  op: (op) => (op.do === 'full' ? `Next: the heap grows by ${sizeText(op.npages * pageSize)}, and all of it is used.` : op.do === 'free' ? `Next: ${pages(op.npages)} ${op.npages === 1 ? 'becomes' : 'become'} free at ${at(op.page)}.` : `Next: ${pages(op.npages)} are wanted.`),
  answer: (op, page) => (page === undefined ? '' : `${pages(op.npages)} at ${at(page)}.`),
  end: 'No page was looked at that the numbers above it had ruled out.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.full}, ${examples.free}, ${examples.far} or ${examples.alloc}.`,
    pages: ({ text, least, most }) => `“${text}” does not come to ${formatNumber(Number(least))} to ${formatNumber(Number(most))} whole pages of ${pageSize / 1024} KiB.`,
    most: ({ most }) => `The heap of this figure is ${sizeText(Number(most) * pageSize)} at most.`,
    beyond: ({ page, pages: count }) => `The heap has ${formatNumber(Number(count))} pages: there is no page ${formatNumber(Number(page))}.`,
    twice: ({ page }) => `Page ${formatNumber(Number(page))} is free already.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `${examples.full}: the heap grows by so much, all of it in use. ${examples.run}: as many pages as the second number says become free, from the first on; ${examples.far} counts from an offset. ${examples.alloc}: so many pages are wanted, ${formatNumber(mostAtOnce)} at most.`,
  level: (level, size) => `level ${level} · ${size} an entry`,
  bits: `the pages of one chunk`,
  note: (looked, of, skipped) => [looked > 0 ? `${formatNumber(looked)} of ${formatNumber(of)} looked at` : `${formatNumber(of)} entries`, ...(skipped ? [`${skipped} passed over`] : [])].join(' · '),
  triple: 'mpagealloc.go:find · start, max, end in pages',
  unseen: 'not needed',
  entry: (addr, { start, max, end }) => (max === 0 ? `${addr}: nothing free` : `${addr}: starts with ${pages(start)} free, longest run ${pages(max)}, ends with ${pages(end)} free`),
  page: (addr, state) => `${addr}: ${{ free: 'free', taken: 'in use', given: 'given now' }[state]}`,
  all: 'all',
  facts: { heap: 'heap', searchAddr: 'searchAddr', wanted: 'wanted', given: 'given', looked: `looked at, of ${formatNumber(rootEntries(linuxGeometry))} at the root and eight below each`, passed: 'passed over', none: 'none' },
  pages,
  entries,
};
export default words;
