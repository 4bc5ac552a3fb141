import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { TouchWords } from './words.ts';

const count = (pages: number): string => `${formatNumber(pages)} ${pages === 1 ? 'page' : 'pages'}`;
const range = ({ from, to }: { from: number; to: number }): string => (to - from === 1 ? `page ${from}` : `pages ${from} to ${to - 1}`);

const words: TouchWords = {
  title: 'Touch a page',
  caption: 'Four counters, four rules. Reserving moves VIRT, mapping moves HeapSys, handing pages to a span moves HeapReleased; only a first write moves RSS.',
  controls: {},
  choices: {},
  presets: { life: 'a page’s life in Go', lazily: 'given back with MADV_FREE', recorded: 'the program recorded on Linux' },
  kinds: { reserve: 'a reservation', map: 'a mapping', use: 'pages handed to a span', fault: 'a page fault', hit: 'a touch without a fault', release: 'pages given back', reclaim: 'the kernel reclaims', unmap: 'an unmapping' },
  events: {
    reserve: ({ pages }) => `mmap with PROT_NONE reserves ${count(pages)}. VIRT grows by ${formatBytes(pages * 4096, 'en')}; there is still no memory behind it.`,
    map: ({ pages }) => `mmap makes ${count(pages)} readable and writable. HeapSys grows, and HeapReleased with it: mapped, but nobody uses them.`,
    use: ({ pages }) => `The runtime hands ${count(pages)} to a span. HeapReleased falls; the kernel has not been told anything.`,
    fault: ({ page, pages, write }) => write
      ? `First write to page ${page}${pages > 1 ? ` and ${pages - 1} more` : ''}: ${count(pages)} fault${pages === 1 ? 's' : ''}, each gets a zeroed page of its own. RSS grows by ${formatBytes(pages * 4096, 'en')}.`
      : `First read of page ${page}${pages > 1 ? ` and ${pages - 1} more` : ''}: the kernel maps its one shared page of zeros. RSS does not move.`,
    hit: ({ pages }) => `${count(pages)} already there: no fault, nothing moves.`,
    release: ({ pages, lazily }) => lazily
      ? `madvise(MADV_FREE) on ${count(pages)}. Go counts them as released; the kernel takes them only when it must. RSS stays.`
      : `madvise(MADV_DONTNEED) on ${count(pages)}. The kernel takes them at once: RSS falls, VIRT does not.`,
    reclaim: ({ pages }) => (pages === 0 ? 'The kernel runs short, but finds nothing it may take.' : `The kernel runs short and takes the ${count(pages)} it was offered. Now RSS falls.`),
    unmap: ({ pages }) => `munmap gives back the addresses of ${count(pages)}. Go’s heap never does this.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'reserve': return `Next: reserve ${count(op.pages)}.`;
      case 'reclaim': return 'Next: the kernel runs short of memory.';
      case 'unmap': return 'Next: unmap the range.';
      case 'map': return `Next: map ${range(op)}.`;
      case 'use': return `Next: a span takes ${range(op)}.`;
      case 'write': case 'read': return `Next: ${op.do} ${range(op)}.`;
      case 'dontneed': case 'free': return `Next: give back ${range(op)} with ${op.do === 'free' ? 'MADV_FREE' : 'MADV_DONTNEED'}.`;
    }
  },
  answer: (_op, { virt, rss }) => `VIRT ${formatBytes(virt, 'en')}, RSS ${formatBytes(rss, 'en')}.`,
  end: 'RSS rose with first writes and with nothing else.',
  errors: {
    reserved: () => 'The range is reserved already; a program has one.',
    pages: ({ most }) => `A range has at least 1 and at most ${formatNumber(Number(most))} pages.`,
    outside: ({ pages }) => (pages === 0 ? 'Reserve a range first.' : `The range has only ${formatNumber(Number(pages))} pages, counted from 0.`),
    fault: ({ page }) => `Page ${page} is reserved but not mapped: touching it is a segmentation fault. Map it first.`,
    long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
    verb: ({ verb }) => `“${verb}” is no operation. There are reserve, map, use, write, read, dontneed, free, reclaim, unmap.`,
    size: ({ text }) => `“${text}” is no size in whole pages. Write 64, 256 KiB or 64 MiB.`,
    range: ({ text }) => `“${text}” names no pages. Write 7 or 0-63.`,
    extra: ({ verb }) => `${verb} takes nothing after it.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: 'One operation a line: reserve 64 MiB · map 0-63 · use 0-31 · write 7 · read 8-9 · dontneed 0-7 · free 8-15 · reclaim · unmap. Pages are numbered from 0 and are 4 KiB. # starts a comment.',
  states: { none: 'not there', reserved: 'reserved', mapped: 'mapped, never written', zero: 'the shared page of zeros', resident: 'resident', 'lazily free': 'given back, still resident' },
  page: (index, state, used) => `page ${index}: ${state}${used ? ', in a span' : ''}`,
  rules: { VIRT: 'every reserved or mapped page', RSS: 'pages with memory of their own behind them', HeapSys: 'mapped pages of the heap', HeapReleased: 'mapped pages that no span uses' },
  beyond: (pages) => `and ${count(pages)} more`,
  pages: count,
  bytes: (size) => formatBytes(size, 'en'),
};
export default words;
