import { formatAddress, formatBytes } from '../../i18n/quantity.ts';
import type { BreakWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const signed = (size: number): string => (size < 0 ? `gives back ${bytes(-size)}` : `asks for ${bytes(size)}`);

const words: BreakWords = {
  title: 'The program break',
  caption: 'The oldest heap on Unix is one pointer. Moving it by a byte maps a page; glibc moves it by 132 KiB at a time.',
  controls: {},
  choices: {},
  presets: { malloc: 'what malloc(1) does', recorded: 'a script recorded on Linux' },
  kinds: { move: 'the break moves', map: 'pages are mapped', unmap: 'pages are unmapped', refuse: 'the kernel refuses' },
  events: {
    move: ({ from, to }) => `The break moves from ${formatAddress(from)} to ${formatAddress(to)}.`,
    map: ({ addr, size }) => `The kernel maps ${bytes(size)} at ${formatAddress(addr)}: whole pages only.`,
    unmap: ({ addr, size }) => `The kernel unmaps ${bytes(size)} at ${formatAddress(addr)}: no page there is needed now.`,
    refuse: ({ size }) => `The kernel refuses ${bytes(size)}: there is no such room.`,
  },
  op: ({ size }) => (size === 0 ? 'Next, the program asks where the break is.' : `Next, the program ${signed(size)}.`),
  answer: (_op, answer) => (answer === null ? 'Answer: no memory.' : `Answer: ${formatAddress(answer)}, the old break.`),
  end: 'The break moves by the byte, the kernel maps by the page.',
  errors: {
    size: ({ size }) => `sbrk takes a whole number of bytes, not ${size}.`,
    line: ({ text }) => `“${text}” is not understood. Write one line per call: sbrk 4096.`,
    long: ({ most }) => `A program may have at most ${most} lines.`,
  },
  help: 'One call a line: sbrk and a number of bytes. A negative number gives memory back. # starts a comment.',
  page: (addr, used) => `page ${addr}: ${used ? 'below the break' : 'mapped, above the break'}`,
  counters: { asked: 'asked for', mapped: 'mapped' },
  rules: { asked: 'the break minus its start, to the byte', mapped: 'rounded up to whole pages' },
  brk: 'break',
  bytes,
};
export default words;
