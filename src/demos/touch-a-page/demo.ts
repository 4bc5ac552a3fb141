import { PageMachine, pageSize, type PageEvent, type PagePicture, type PageState } from '../../engine/memory/page-machine.ts';
import { readPages } from '../../engine/memory/page-program.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, GridFrame, Meaning, PageMark, Scenes } from '../scene.ts';
import type { Counter, TouchWords } from './words.ts';

const columns = 32;
/** Pages drawn one by one; the rest of a larger range is only counted. */
const drawn = 256;

/** The operations of oracle/c/touch.c until it revokes permissions. */
const touchProgram = `reserve 64 MiB
map 0-1023
write 0
write 0-99
read 200-249
write 200-249
dontneed 0-49
free 50-99
write 50-59
reclaim           # MADV_PAGEOUT in the recording`;

const life = `reserve 512 KiB   # addresses only
map 0-63          # Reserved to Prepared
use 0-31          # Prepared to Ready: a span takes them
write 0-15        # the first touch
read 16-23        # reading is not enough
dontneed 0-7      # what Go's scavenger does`;

export default defineDemo({
  controls: {},
  presets: {
    life: { program: life, still: { op: 5, moment: 0 } },
    lazily: { program: 'reserve 512 KiB\nmap 0-63\nwrite 0-31\nfree 0-31         # GODEBUG=madvdontneed=0\nwrite 0-7         # needed again before it was taken\nreclaim', still: { op: 4, moment: 0 } },
    recorded: { program: touchProgram, still: 'end' },
  },
  machine: () => new PageMachine(),
  read: readPages,
  view: 'pages',
  legend: ['reserved', 'mapped', 'resident', 'lazily free'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    virt: { preset: 'life', of: ({ picture }) => ({ value: picture.virt / 1024, unit: 'KiB' }) },
    rssBeforeRelease: { preset: 'life', of: ({ answers }) => ({ value: answers[4]!.rss / 1024, unit: 'KiB' }) },
    rssAfterRelease: { preset: 'life', of: ({ picture }) => ({ value: picture.rss / 1024, unit: 'KiB' }) },
    heapSys: { preset: 'life', of: ({ picture }) => ({ value: picture.heapSys / 1024, unit: 'KiB' }) },
    heapReleased: { preset: 'life', of: ({ picture }) => ({ value: picture.heapReleased / 1024, unit: 'KiB' }) },
    lazyRss: { preset: 'lazily', of: ({ answers }) => ({ value: answers[3]!.rss / 1024, unit: 'KiB' }) },
  },
  withAnswers: (picture, answers) => ({ ...picture, ...answers.at(-1)! }),
  check: { recorded: async () => (await import('./recorded.ts')).recordedTouch },
});

const meanings: { readonly [State in PageState]: Meaning | 'none' } =
  { none: 'none', reserved: 'reserved', mapped: 'mapped', zero: 'mapped', resident: 'resident', 'lazily free': 'lazily free' };

function draw(picture: PagePicture, words: TouchWords, { event }: { readonly event: PageEvent | undefined }): Scenes['pages'] {
  const shown = Math.min(drawn, picture.states.length) || drawn / 2;
  return {
    marks: Array.from({ length: shown }, (_, page) => pageAt(page, picture, words, event !== undefined)),
    frame: { columns, counters: counters(picture, words) },
    facts: facts(picture, words, shown),
  };
}

function pageAt(page: number, { states, used, touched }: PagePicture, words: TouchWords, moving: boolean): PageMark {
  const state = states[page] ?? 'none';
  return {
    key: String(page),
    meaning: meanings[state],
    held: used[page] ?? false,
    label: words.page(page, words.states[state], used[page] ?? false),
    now: moving && page >= touched.from && page < touched.to,
  };
}

const counterMeanings: { readonly [Name in Counter]: Meaning } = { VIRT: 'reserved', HeapSys: 'mapped', HeapReleased: 'lazily free', RSS: 'resident' };

const values = ({ virt, rss, heapSys, heapReleased }: PagePicture): { readonly [Name in Counter]: number } =>
  ({ VIRT: virt, HeapSys: heapSys, HeapReleased: heapReleased, RSS: rss });

function counters(picture: PagePicture, words: TouchWords): GridFrame['counters'] {
  const whole = Math.max(picture.virt, pageSize);
  return Object.entries(values(picture)).map(([name, value]) => ({
    name, value: words.bytes(value), share: value / whole, rule: words.rules[name as Counter], meaning: counterMeanings[name as Counter],
  }));
}

function facts(picture: PagePicture, words: TouchWords, shown: number): readonly Fact[] {
  const tally = new Map<PageState, number>();
  for (const state of picture.states) tally.set(state, (tally.get(state) ?? 0) + 1);
  const hidden = picture.states.length - shown;
  return [
    ...Object.entries(values(picture)).map(([label, value]) => ({ label, value: words.bytes(value) })),
    ...Array.from(tally, ([state, pages]) => ({ label: words.states[state], value: words.pages(pages) })),
    ...(hidden > 0 ? [{ label: '…', value: words.beyond(hidden) }] : []),
  ];
}
