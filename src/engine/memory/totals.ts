/** What a process's memory amounts to: addresses exactly, pages as exactly as the kernel's counters allow. */
import { countedByGo, countings, type Counting } from './go-counters.ts';
import type { Mapping } from './mapping.ts';
import { certainties, whats, type Attributed, type Certainty, type Part, type What } from './what.ts';

/** A count of KiB known only to lie between two others, both possible. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Addresses and, where the text tells it of every mapping, resident memory. */
export interface Amount {
  readonly virtKiB: number;
  readonly rssKiB: Bounds | undefined;
}

/** All memory of one kind. */
export interface Total extends Amount {
  readonly what: What;
  /** KiB known with each certainty; they add up to `virtKiB`. */
  readonly byCertainty: Readonly<Record<Certainty, number>>;
  /** KiB that a Go runtime's counters see, do not see, or may see; they add up to `virtKiB`. */
  readonly byCounting: Readonly<Record<Counting, number>>;
}

export type Belongs = (part: Part, mapping: Mapping) => boolean;

/**
 * The sum of all parts that belong. The kernel counts RSS per mapping, so a part of a mapping has between all that its
 * neighbours cannot hold and all that it can. [vsyscall] is left out: the kernel's own VmSize does not count it.
 */
export function amountOf(attributed: readonly Attributed[], belongs: Belongs): Amount {
  let [virtKiB, least, most, isTold] = [0, 0, 0, true];
  for (const { mapping, parts } of attributed) {
    if (mapping.name === '[vsyscall]') continue;
    const { sizeKiB, rssKiB } = mapping;
    let size = 0;
    for (const part of parts) if (belongs(part, mapping)) size += part.sizeKiB;
    const resident = Math.min(rssKiB ?? 0, sizeKiB);
    virtKiB += size;
    least += Math.max(0, resident - (sizeKiB - size));
    most += Math.min(resident, size);
    isTold &&= rssKiB !== undefined;
  }
  return { virtKiB, rssKiB: isTold ? { least, most } : undefined };
}

/** The kinds that occur, in the order of `whats`; [vsyscall] does not count. */
export function totalsOf(attributed: readonly Attributed[]): readonly Total[] {
  const all = attributed.filter(({ mapping }) => mapping.name !== '[vsyscall]');
  const occurring = new Set(all.flatMap(({ parts }) => parts.map(({ what }) => what)));
  return whats.filter((what) => occurring.has(what)).flatMap((what) => totalOf(what, all.filter(({ parts }) => parts.some((part) => part.what === what))));
}

/** The total of one kind, from the mappings that have some of it: none where they are empty. */
function totalOf(what: What, having: readonly Attributed[]): Total[] {
  const amount = amountOf(having, (part) => part.what === what);
  const split = <Key extends string>(keys: readonly Key[], keyOf: (part: Part, mapping: Mapping) => Key): Record<Key, number> => {
    const sizes = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
    for (const { mapping, parts } of having) for (const part of parts) if (part.what === what) sizes[keyOf(part, mapping)] += part.sizeKiB;
    return sizes;
  };
  return amount.virtKiB === 0 ? [] : [{ what, ...amount, byCertainty: split(certainties, ({ certainty }) => certainty), byCounting: split(countings, countedByGo) }];
}
