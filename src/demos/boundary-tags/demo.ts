import { TaggedHeap } from '../../engine/allocators/free-list/tagged-heap.ts';
import { tagWord, type Tag, type TagEvent, type TagPicture, type TaggedBlock } from '../../engine/allocators/tag-event.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { number, type Options } from '../control.ts';
import { defineDemo, type Program } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import type { Fact, Scenes } from '../scene.ts';
import type { WordMark } from '../scene-words.ts';
import type { TagsWords } from './words.ts';

const word = 8;

/** Three blocks that fill the heap; the one in the middle is freed last. */
const three = 'a = malloc 32\nb = malloc 32\nc = malloc 48\n';
const freeing = (...names: string[]): string => three + [...names, 'b'].map((name) => `free ${name}`).join('\n');

/** Moments of a malloc, and of a free beside live neighbours only. */
const [placed, alone] = [1, 5];
const beforeMerging = 3;

const controls = { heap: number({ initial: 176, min: 80, max: 496, step: 16 }) };

export default defineDemo({
  controls,
  presets: {
    both: { program: freeing('a', 'c'), still: { op: 5, moment: beforeMerging } },
    neither: { program: freeing(), still: { op: 3, moment: alone } },
    behind: { program: freeing('a'), still: { op: 4, moment: beforeMerging + placed } },
    ahead: { program: freeing('c'), still: { op: 4, moment: beforeMerging + placed } },
  },
  machine: ({ heap }: Options<typeof controls>) => new TaggedHeap({ heap: heap - (heap % 16) }),
  read: (text): Program<NamedOp> => readHeapProgram(text),
  view: 'tags',
  legend: ['live', 'free'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    tags: { preset: 'neither', of: ({ picture: { blocks } }) => ({ value: blocks[0]!.size - blocks[0]!.asked!, unit: 'B' }) },
    merged: { preset: 'both', of: ({ picture: { blocks } }) => ({ value: blocks[0]!.size, unit: 'B' }) },
    leftOver: { preset: 'both', of: ({ picture: { tags } }) => ({ value: tags.filter(({ of }) => of === 'nobody').length, unit: 'count' }) },
  },
});

interface At { readonly event: TagEvent | undefined }

function draw(picture: TagPicture, words: TagsWords, { event }: At): Scenes['tags'] {
  const { from, to, blocks, fences, tags } = picture;
  const fenceMarks = fences.map((fence) => tagMark(picture, fence, words.fence, event));
  return {
    marks: [
      ...blocks.map((block) => stretch(picture, block, words)),
      ...fenceMarks,
      ...tags.map((tag) => (tag.of === 'nobody' ? { ...tagMark(picture, tag, words.left, event), meaning: 'none' as const } : tagMark(picture, tag, '', event))),
    ],
    frame: {
      words: (to - from) / word,
      heads: words.heads,
      blocks: blocks.map(({ addr, size }) => ({ top: wordsDown(picture, addr), words: size / word })),
      ...pointers(picture, event),
      span: spanOf(picture, event),
    },
    facts: blocks.map((block) => factOf(picture, block, words)),
  };
}

const wordsDown = ({ from }: TagPicture, addr: number): number => (addr - from) / word;

const hex = (tag: Tag): string => `0x${tagWord(tag).toString(16)}`;

const addressOf = ({ to }: TagPicture, addr: number): string => formatAddress(addr).padStart(formatAddress(to).length, '0');

function tagMark(picture: TagPicture, tag: Tag, label: string, event: TagEvent | undefined): WordMark {
  return {
    key: `word ${tag.at}`,
    top: wordsDown(picture, tag.at),
    words: 1,
    address: addressOf(picture, tag.at),
    tag: { hex: hex(tag), says: String(tag.size), flags: [tag.used ? '1' : '0'] },
    meaning: 'header',
    label: isPointedAt(tag, event) ? '' : label,
    now: touch(tag, event),
  };
}

/** The label of the pointer that reads a word stands where the word's own would. */
const isPointedAt = ({ at }: Tag, event: TagEvent | undefined): boolean => readsOf(event).some((read) => read.at === at);

/** What the present moment does to a word. */
function touch({ at }: Tag, event: TagEvent | undefined): WordMark['now'] {
  switch (event?.kind) {
    case 'own': case 'behind': case 'ahead': return event.at === at ? 'read' : undefined;
    case 'header': case 'footer': return event.at === at ? 'written' : undefined;
    case 'place': return at === event.addr || at === event.addr + event.size - word ? 'written' : undefined;
    default: return undefined;
  }
}

/** What lies between the tags of a block. */
function stretch(picture: TagPicture, { addr, size, free, name, asked }: TaggedBlock, words: TagsWords): WordMark {
  const inside = size - 2 * word;
  return {
    key: `block ${addr}`,
    top: wordsDown(picture, addr + word),
    words: inside / word,
    address: addressOf(picture, addr + word),
    meaning: free ? 'free' : 'live',
    asked: asked === undefined ? undefined : asked / inside,
    label: free ? words.free : words.live(name ?? '', asked ?? inside),
    now: undefined,
  };
}

/** The words that the moments up to this one have read, counted from the pointer that is freed. */
function readsOf(event: TagEvent | undefined): readonly { readonly at: number; readonly now: boolean }[] {
  switch (event?.kind) {
    case 'own': return [{ at: event.at, now: true }];
    case 'behind': return [{ at: event.p - word, now: false }, { at: event.at, now: true }];
    case 'ahead': return [{ at: event.p - word, now: false }, { at: event.p - 2 * word, now: false }, { at: event.at, now: true }];
    default: return [];
  }
}

function pointers(picture: TagPicture, event: TagEvent | undefined): Pick<Scenes['tags']['frame'], 'from' | 'reads'> {
  if (!event || !('p' in event)) return { reads: [] };
  const { p } = event;
  const label = (at: number): string => (at < p ? `p − ${p - at}` : `p + ${at - p}`);
  return {
    from: { at: wordsDown(picture, p), label: 'p' },
    reads: readsOf(event).map(({ at, now }) => ({ at: wordsDown(picture, at), label: label(at), now })),
  };
}

function spanOf(picture: TagPicture, event: TagEvent | undefined): Scenes['tags']['frame']['span'] {
  if (event?.kind !== 'merge') return undefined;
  const { addr, size, by, side } = event;
  const parts = side === 'behind' ? [by, size - by] : [size - by, by];
  return { top: wordsDown(picture, addr), words: size / word, label: `${parts.join(' + ')} = ${size}` };
}

function factOf(picture: TagPicture, { addr, size, free, name }: TaggedBlock, words: TagsWords): Fact {
  const tagAt = (at: number): string => hex(picture.tags.find((tag) => tag.at === at)!);
  return { label: words.block(`0x${formatAddress(addr)}`), value: words.state(tagAt(addr), tagAt(addr + size - word), size, free ? undefined : name) };
}
