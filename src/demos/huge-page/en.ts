import type { HugeEvent } from '../../engine/memory/huge/huge-machine.ts';
import { examples } from '../../engine/memory/huge/huge-program.ts';
import { pageKiB, regionPages, type Collapse } from '../../engine/memory/huge/huge-region.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { HugeWords } from './words.ts';

const kib = (size: number): string => `${formatNumber(size)} KiB`;
const pages = (from: number, to: number): string => (to - from === 1 ? `page ${from}` : `pages ${from} to ${to - 1}`);
const count = (n: number): string => `${n} ${n === 1 ? 'page' : 'pages'}`;

const why: { readonly [Outcome in Exclude<Collapse, 'made'>]: (missing: number) => string } = {
  'huge already': () => 'It is a huge page already.',
  'not allowed': () => 'No huge page may be made here.',
  'too many missing': (missing) => `${count(missing)} are missing, more than max_ptes_none allows.`,
  'nothing there': () => 'There is no page to begin with.',
};

function made(who: string) {
  return ({ outcome, missing, moved }: Extract<HugeEvent, { kind: 'collapse' | 'khugepaged' }>): string =>
    outcome === 'made' ? `${who} copies what is there into one huge page. ${count(missing)} that nobody had come with it: Rss grows by ${kib(moved * pageKiB)}.` : `${who} leaves all as it is. ${why[outcome](missing)}`;
}

const words: HugeWords = {
  title: 'Huge page',
  caption: `Two MiB of addresses, each cell a page of ${kib(pageKiB)}. Where huge pages are allowed, the first touch brings all of them. What is given back, khugepaged may bring back.`,
  controls: { enabled: 'enabled', none: 'max_ptes_none' },
  choices: {},
  presets: { touch: 'one page is touched', again: 'half is given back', asked: 'only where asked for', holes: 'with fewer holes allowed' },
  kinds: { write: 'a write', free: 'pages given back', advice: 'advice', collapse: 'MADV_COLLAPSE', khugepaged: 'khugepaged' },
  events: {
    write: ({ from, to, moved, huge }) => moved === 0 ? `The program writes ${pages(from, to)}: already there.` : moved > to - from
      ? `The program writes ${pages(from, to)}. A huge page may stand here, and the kernel gives one: ${kib(moved * pageKiB)} at once.`
      : `The program writes ${pages(from, to)}: ${count(moved)} ${moved === 1 ? 'comes' : 'come'} in, ${kib(moved * pageKiB)}${huge ? ', as one huge page' : ''}.`,
    free: ({ from, to, moved }) => `madvise(MADV_DONTNEED) on ${pages(from, to)}: Rss falls by ${kib(moved * pageKiB)}. A huge page of which only a part goes is one no longer.`,
    advice: ({ advice }) => (advice === 'huge' ? 'madvise(MADV_HUGEPAGE): from now on a huge page may stand here, unless the setting is never.' : 'madvise(MADV_NOHUGEPAGE): from now on no huge page may be made here. One that is there stays.'),
    collapse: made('madvise(MADV_COLLAPSE)'),
    khugepaged: made('khugepaged'),
  },
  op: (op) => {
    switch (op.do) {
      case 'write': return `Next: the program writes ${pages(op.from, op.to)}.`;
      case 'free': return `Next: the program gives back ${pages(op.from, op.to)}.`;
      case 'huge': return 'Next: madvise(MADV_HUGEPAGE).';
      case 'nohuge': return 'Next: madvise(MADV_NOHUGEPAGE).';
      case 'collapse': return 'Next: madvise(MADV_COLLAPSE).';
      case 'khugepaged': return 'Next: khugepaged comes by.';
    }
  },
  answer: (_op, { rssKiB, hugeKiB }) => `Rss ${kib(rssKiB)}, AnonHugePages ${kib(hugeKiB)}.`,
  end: 'What is given back stays away only while nobody fills the hole.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    pages: ({ first, last, most }) => `Pages ${first} to ${last} are not among 0 to ${most}, lowest first.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. Pages are numbered from 0 to ${regionPages - 1}. huge and nohuge are madvise, and so is collapse; khugepaged is the kernel’s thread. # starts a comment.`,
  page: (index, present, written) => `page ${index}: ${!present ? 'not there' : written ? 'written' : 'there, and nobody wrote it'}`,
  counters: {
    written: ['written', 'what the program uses'],
    Rss: ['Rss', 'what is in memory'],
    AnonHugePages: ['AnonHugePages', 'of it, in a huge page'],
  },
  kib,
};
export default words;
