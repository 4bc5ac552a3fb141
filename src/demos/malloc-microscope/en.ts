import type { MicroscopePicture } from '../../engine/go/heap/microscope.ts';
import { pageCachePages } from '../../engine/go/heap/page-cache.ts';
import { mallocHeaderSize, maxTinySize } from '../../engine/go/request.ts';
import { maxSmallSize, pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { goErrors } from '../go-program.en.ts';
import { chunkKiB, hex } from './levels.ts';
import type { MicroscopeWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} ${size === 1 ? 'byte' : 'bytes'}`;
const pages = (npages: number): string => `${formatNumber(npages)} ${npages === 1 ? 'page' : 'pages'}`;
const spans = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'span' : 'spans'}`;
const percent = (share: number): string => `${formatNumber(100 * share, 1)}%`;

const fastSlow = (fast: string, slow: string): string => `${fast} fast, ${slow} slow`;

function objectNote({ made }: MicroscopePicture): string {
  if (!made) return 'nothing asked yet';
  const { size, slot, request } = made;
  if (request.kind === 'tiny') return `${bytes(size)} in a shared block of ${maxTinySize}`;
  const waste = slot - size - (request.kind === 'small' ? request.header : 0);
  return `${bytes(size)} in ${formatNumber(slot)}: ${percent(waste / slot)} unused`;
}

const lists = { 'partial swept': 'spans with room', 'partial unswept': 'spans with room, to be swept first', 'full unswept': 'full spans, which sweeping may empty' } as const;

const words: MicroscopeWords = {
  title: 'Malloc microscope',
  caption: 'One allocation at five magnifications. It goes only as far down as it must: most find a free slot in the span at hand, and what lies below stays grey.',
  controls: {},
  choices: {},
  presets: { odd: 'one byte too many', loop: 'the same, again and again', tiny: 'tiny objects share', reuse: 'after a collection', large: 'small and large' },
  kinds: {
    tiny: 'placed in a tiny block', slot: 'a slot of the span at hand', refill: 'the span at hand is changed', 'page-cache': 'pages the P took aside', 'page-cache-filled': 'the P takes pages aside',
    request: 'a request', full: 'the span at hand is full', central: 'a look into mcentral', 'pages-wanted': 'pages are wanted', 'page-cache-miss': 'the P has no such run aside', arena: 'an arena is reserved', due: 'a collection is due', pages: 'pages from the whole heap', grow: 'the heap grows', large: 'a span of its own', marked: 'marking is done', swept: 'a span is swept', freed: 'a span gives its pages back', dropped: 'a variable lets go',
  },
  events: {
    request: ({ size, spanClass, slot, header }) => (spanClass < 2 ? `${bytes(size)} are large: they take whole pages.` : `${bytes(size)}${header > 0 ? `, and ${header} in front for the type,` : ''} ${size === 1 ? 'takes' : 'take'} a slot of ${formatNumber(slot)}.`),
    full: ({ base }) => (base === undefined ? 'This P has no span of the class yet.' : `The span at hand, ${hex(base)}, has no free slot left. mcentral gets it.`),
    central: ({ list, base }) => `mcentral, ${lists[list]}: ${base === undefined ? 'none.' : `the span at ${hex(base)}.`}`,
    'pages-wanted': ({ npages, cached }) => `A new span needs ${pages(npages)}. ${cached ? 'So few come from what the P has set aside, if they can.' : 'So many come from the whole heap.'}`,
    'page-cache-miss': ({ npages }) => `What the P has set aside holds no run of ${pages(npages)}.`,
    arena: ({ base, size }) => `The system reserves ${formatNumber(size / 1024)} KiB of addresses at ${hex(base)}.`,
    due: ({ heapLive, trigger }) => `${bytes(heapLive)} are allocated, and ${formatNumber(trigger)} were the limit: a collection is due.`,
    tiny: ({ addr, size, offset }) => `${bytes(size)} at ${hex(addr)}: byte ${offset} of the tiny block.`,
    slot: ({ addr, index, skipped }) => `The first free slot of the span is number ${formatNumber(index)}: ${hex(addr)}. ${skipped === 0 ? 'It is the very next.' : `Counting zeros passed over ${formatNumber(skipped)} that are taken.`}`,
    refill: ({ base, fresh }) => (fresh ? `The pages become a fresh span at ${hex(base)}, and the P takes it in hand.` : `The P takes the span at ${hex(base)} in hand.`),
    'page-cache': ({ base, npages }) => `${pages(npages)} at ${hex(base)}, from the ${pageCachePages} that this P took aside. No lock.`,
    'page-cache-filled': ({ base }) => `The P takes what is free of ${pageCachePages} pages, from ${hex(base)} on, for itself. One lock for all of them.`,
    pages: ({ base, npages }) => `${pages(npages)} at ${hex(base)}: the lowest run that is long enough.`,
    grow: ({ base, size }) => `The heap has no run of that length. It grows by ${formatNumber(size / 1024)} KiB at ${hex(base)}.`,
    large: ({ addr, npages }) => `Above ${bytes(maxSmallSize - mallocHeaderSize)} an object has a span of its own: ${pages(npages)} at ${hex(addr)}.`,
    marked: ({ objects }) => `${formatNumber(objects)} ${objects === 1 ? 'slot' : 'slots'} can be reached, and are marked.`,
    swept: ({ base, live }) => `The span at ${hex(base)} is swept: ${formatNumber(live)} slots in use. Its mark bits are its allocation bits now.`,
    freed: ({ base, npages }) => `Nothing in the span at ${hex(base)} is alive: ${pages(npages)} go back.`,
    dropped: ({ addr, size }) => `The variable lets go of ${bytes(size)} at ${hex(addr)}. Nothing happens: the slot is taken until a collection.`,
  },
  op: ({ text }) => `Next: ${text}`,
  answer: ({ text }, addr) => (addr === undefined ? `${text}.` : `${text} is at ${hex(addr)}.`),
  end: 'Each allocation went down to the first level that had what it needed, and no further.',
  errors: {
    ...goErrors,
    budget: () => 'This program does not come to an end in time.',
  },
  help: 'A little Go: p := new(T), s := make([]T, n), s[0] = new(T), s[0] = p, p = nil, runtime.GC(), for i := range 8 { … }. T is any type of Go’s own, an array, a slice, a struct{ … }.',
  guess: { title: 'Guess the next address', ask: ({ text }) => `Where will ${text} be?`, unread: (text) => `“${text.slice(0, 20)}” is no address. Write it in hexadecimal: 0x31a900` },
  levels: {
    object: { name: 'object', note: objectNote },
    mcache: {
      name: 'mcache: the span at hand',
      note: ({ span, fast, slow }) => `${span ? `${hex(span.base)}, ${formatNumber(span.taken.filter((taken) => !taken).length)}/${formatNumber(span.taken.length)} free` : 'none'}${fast + slow > 1 ? ` · ${fastSlow(formatNumber(fast), formatNumber(slow))}` : ''}`,
    },
    mcentral: {
      name: 'mcentral: its other spans',
      note: ({ central }) => (central.length === 0 ? 'none waits here' : `${spans(central.filter(({ list }) => list === 'partial').length)} with room, ${formatNumber(central.filter(({ list }) => list === 'full').length)} full`),
    },
    mheap: { name: `mheap: pages of ${pageSize / 1024} KiB`, note: ({ pages: found }) => (found ? `chunk at ${hex(found.base)}` : '') },
    system: { name: `system: chunks of ${chunkKiB} KiB`, note: ({ chunks }) => `${formatNumber(chunks.length)} so far` },
  },
  parts: { header: 'type', asked: (size) => `${size} asked for`, waste: (size) => `${size} unused` },
  slot: (index, addr, taken) => `slot ${index} at ${addr}, ${taken ? 'taken' : 'free'}`,
  page: { span: 'of this span', cache: 'set aside for this P', other: 'of another span', free: 'free' },
  free: (npages) => `${npages} free`,
  chunk: (base, free) => `${base}, ${free} pages free`,
  facts: { request: 'request', address: 'address', reached: 'went as far as', tally: 'so far', none: 'none yet', fastSlow },
};
export default words;
