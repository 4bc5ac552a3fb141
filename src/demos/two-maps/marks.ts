import { bandOf, bands, groupOf, type TourMapping } from '../../engine/memory/map-tour.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { MappingMark, Meaning } from '../scene.ts';
import type { MemoryWords } from './words.ts';

/** Where on the ruler a mapping stands, and whether it is the one looked at. */
export type MarkPlace = Pick<MappingMark, 'key' | 'at' | 'column' | 'now'>;

/** One mapping as a bar on the ruler: in this book's figures and for the reader's own maps. */
export function mappingMark(mapping: TourMapping, place: MarkPlace, words: MemoryWords): MappingMark {
  return {
    ...place,
    band: bands.indexOf(bandOf(mapping)),
    name: nameOf(mapping, words),
    size: formatNumber(mapping.sizeKiB),
    perms: mapping.perms,
    sizeKiB: mapping.sizeKiB,
    residentKiB: mapping.residentKiB,
    meaning: meaningOf(mapping),
    certainty: mapping.parts[0]!.certainty,
    address: mapping.start,
  };
}

/** Longest name a row prints; a narrow screen cuts it shorter. */
const longestName = 26;
/** As long as a file's name can be on Linux; a pasted text may hold anything. */
const longestFile = 255;

/** A library by its file's name, two parts by both, more by the largest and a count. */
export function nameOf({ name, parts }: TourMapping, words: MemoryWords): string {
  const ordered = parts.length > 2 ? parts.toSorted((a, b) => b.sizeKiB - a.sizeKiB) : parts;
  const kinds = [...new Set(ordered.map(({ what }) => words.what[what].name))];
  const group = groupOf(parts[0]!.what);
  const file = name.slice(name.lastIndexOf('/') + 1).slice(0, longestFile).replace(/-linux-x86-64|-\d.*(?=\.so)/, '');
  const own = group === 'library' && name !== '' ? file : kinds.slice(0, kinds.length > 2 ? 1 : 2).join(' + ');
  const short = own.length > longestName ? `${own.slice(0, longestName - 1)}…` : own;
  return words.more(short, kinds.length > 2 ? kinds.length - 1 : 0);
}

export function meaningOf({ perms, parts }: TourMapping): Meaning {
  const group = groupOf(parts[0]!.what);
  if (group === 'kernel') return 'kernel';
  if (perms.startsWith('---')) return 'reserved';
  return group === 'library' || group === 'program' ? 'file' : 'mapped';
}
