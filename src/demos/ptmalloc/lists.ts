import type { BlockList } from '../../engine/allocators/allocator.ts';
import type { InsideEvent } from '../../engine/allocators/ptmalloc/inside-event.ts';
import type { PtmallocPicture } from '../../engine/allocators/ptmalloc/picture.ts';
import { formatAddress, formatNumber } from '../../i18n/quantity.ts';
import { cellMeanings } from '../heap-strip.ts';
import type { LinkMark, ListRow, Meaning } from '../scene.ts';
import type { Kind, PtmallocWords } from './words.ts';

/** A list of one kind; empty ones stand in for their kind. */
export interface KindList { readonly key: string; readonly kind: Kind; readonly list: BlockList }

const binKinds = ['tcache', 'fastbin', 'unsorted', 'small', 'large'] as const satisfies readonly Kind[];

/** All lists, in the order in which malloc looks into them; each kind has at least one. */
export function listsOf({ lists, cells, mapped }: PtmallocPicture): readonly KindList[] {
  const bins = binKinds.flatMap((kind): KindList[] => {
    const own = lists.filter(({ name }) => name === kind);
    if (own.length === 0) return [{ key: kind, kind, list: emptyList(kind) }];
    return own.map((list, i) => ({ key: i === 0 ? kind : `${kind}-${list.size}`, kind, list }));
  });
  const top = { ...emptyList('top'), blocks: cells.filter(({ state }) => state === 'top') };
  return [...bins, { key: 'top', kind: 'top', list: top }, { key: 'mmap', kind: 'mmap', list: { ...emptyList('mmap'), blocks: mapped } }];
}

const emptyList = (name: string): BlockList => ({ name, size: 0, blocks: [], takes: 'head' });

export function rowOf({ key, kind, list }: KindList, { mmapThreshold, trimThreshold }: PtmallocPicture, words: PtmallocWords): ListRow {
  const ends = kind === 'top' || kind === 'mmap' ? {} : { takes: list.takes };
  return { key, name: words.lists[kind], note: noteOf(kind, list, kind === 'top' ? trimThreshold : mmapThreshold, words), noted: !ofOneSize(kind), ...ends };
}

function noteOf(kind: Kind, { blocks, size, limit }: BlockList, threshold: number, words: PtmallocWords): string {
  if (kind === 'top' || kind === 'mmap') return words.from(words.bytes(threshold));
  if (blocks.length === 0) return '';
  return ofOneSize(kind) || kind === 'small' ? words.filled(formatNumber(size), blocks.length, limit) : words.several(blocks.length);
}

/** Whose chunks need no size of their own. */
const ofOneSize = (kind: Kind): boolean => kind === 'tcache' || kind === 'fastbin';

const meanings: Readonly<Record<Kind, Meaning>> = {
  tcache: cellMeanings.cached, fastbin: cellMeanings.cached, unsorted: 'free', small: 'free', large: 'free', top: 'top', mmap: 'live',
};

/** One box a chunk; a mapping counts from 1, since its address is nowhere near. */
export function linksOf({ key, kind, list }: KindList, words: PtmallocWords, event: InsideEvent | undefined): readonly LinkMark[] {
  return list.blocks.map(({ addr, size }): LinkMark => ({
    key: `${key}/${addr}`, list: key, meaning: meanings[kind],
    label: kind === 'mmap' ? `#${-addr}` : formatAddress(addr),
    note: ofOneSize(kind) ? '' : kind === 'mmap' ? words.bytes(size) : formatNumber(size),
    title: words.cell(meanings[kind], formatNumber(size), kind === 'mmap' ? `#${-addr}` : formatAddress(addr), undefined),
    now: event?.addr === addr,
  }));
}
