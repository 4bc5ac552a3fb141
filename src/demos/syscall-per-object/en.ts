import { objectBytes, pageBytes } from '../../engine/memory/object-pages.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { ObjectWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const count = (value: number, one: string): string => `${formatNumber(value)} ${one}${value === 1 ? '' : 's'}`;
const named = ({ from, to }: { readonly from: number; readonly to: number }): string => (to - from === 1 ? `object ${from}` : `objects ${from} to ${to - 1}`);

const words: ObjectWords = {
  title: 'A syscall per object',
  caption: `An object of ${objectBytes} bytes with a mapping of its own has a page to itself: of ${pageBytes / objectBytes} parts it uses one. Making it is a call and a fault; freeing every second one makes lines until the kernel refuses.`,
  controls: {},
  choices: {},
  presets: { handful: 'a handful of objects', holes: 'free every second one', limit: 'into the limit, as recorded on Linux' },
  kinds: { map: 'pages are mapped', fault: 'page faults', unmap: 'pages are unmapped', refuse: 'the kernel refuses' },
  events: {
    map: ({ pages, lines }) => `${count(pages.length, 'call')} of mmap, a page each. Neighbours become one mapping: still ${count(lines, 'line')}.`,
    fault: ({ pages }) => `The first write to each page is a fault: ${count(pages.length, 'time')} the kernel finds a page and zeroes it.`,
    unmap: ({ pages, lines, more }) => `${count(pages.length, 'call')} of munmap. ${more > 0 ? `Each hole between two pages cuts a mapping in two: ${formatNumber(more)} more, ${count(lines, 'line')}.${pages.length > more ? ' A page at the edge of a mapping costs none.' : ''}` : `${count(lines, 'line')} now.`}`,
    refuse: ({ page, calls, lines }) => `Call no. ${formatNumber(calls)} of munmap, for object ${formatNumber(page)}, fails: it would cut a mapping in two, and with ${count(lines, 'line')} there may be no more. Cannot allocate memory.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'map': return `Next: ${count(op.count, 'object')}, each with an mmap of its own.`;
      case 'unmap': return `Next: munmap for ${named(op)}.`;
      case 'thin': return 'Next: munmap for every second object.';
    }
  },
  answer: (_op, { calls, refused, lines }) => `${count(calls, 'call')}${refused ? ', the last one failed' : ''}; ${count(lines, 'line')} in the map.`,
  end: 'An object with a mapping of its own costs a call, a fault and a page, however small it is.',
  errors: {
    many: ({ most }) => `A program may make at most ${formatNumber(Number(most))} objects.`,
    gone: ({ object }) => `There is no object ${object} now. Objects are numbered from 0.`,
    long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
    verb: ({ verb }) => `“${verb}” is no operation. There are map and unmap.`,
    count: ({ text }) => `“${text}” is no number of objects. Write map 8.`,
    range: ({ text }) => `“${text}” names no objects. Write unmap 3, unmap 0-7 or unmap every second.`,
  },
  help: 'One operation a line: map 8 · unmap 3 · unmap 0-7 · unmap every second. Objects are numbered from 0, from the highest page down; a page that came back is used again first. # starts a comment.',
  lanes: { each: 'an mmap each', bump: 'a bump pointer', lines: '/proc/PID/maps' },
  taken: (taken, asked) => `${bytes(taken)} for ${bytes(asked)}`,
  cost: (calls, faults) => `${count(calls, 'system call')}, ${count(faults, 'page fault')}`,
  ofLimit: (lines, most) => `${formatNumber(lines)} of ${count(most, 'line')}`,
  linesRule: (before) => `a line per run of pages; ${formatNumber(before)} at the start`,
  pointer: 'next',
  page: (number) => `object ${number}: ${bytes(objectBytes)} used of ${bytes(pageBytes)}`,
  bumped: (live, size) => `${bytes(size)} ${live ? 'in use' : 'freed, not used again'}`,
  unused: (size) => `${bytes(size)} not given out yet`,
  room: (lines) => `room for ${count(lines, 'line')}`,
  facts: {
    asked: `asked for: ${objectBytes} bytes for each object there is`,
    taken: 'taken: pages written and not given back',
    calls: 'system calls: each mmap and each munmap',
    faults: 'page faults: the first write to each page',
    lines: 'lines of /proc/PID/maps: runs of adjacent pages with equal permissions',
  },
  both: (each, bump) => `${each}; with a bump pointer ${bump}`,
  bytes,
  number: (value) => formatNumber(value),
};
export default words;
