/** One line of a process's memory map, whichever tool printed it. */

/** Bytes in a KiB. */
export const KiB = 1024;
/** Bytes in a MiB. */
export const MiB = 1024 * KiB;
/** Bytes in the smallest page Linux maps on the machines we read (amd64, arm64): every address is a multiple. */
export const smallestPage = 4 * KiB;

/**
 * Counters of `/proc/PID/smaps` by the kernel's own key (`fs/proc/task_mmu.c:__show_smap`), all in KiB.
 * Keys not listed here are read and left out.
 */
export const counterOf = {
  Rss: 'rssKiB',
  Pss: 'pssKiB',
  Pss_Dirty: 'pssDirtyKiB',
  Pss_Anon: 'pssAnonKiB',
  Pss_File: 'pssFileKiB',
  Pss_Shmem: 'pssShmemKiB',
  Shared_Clean: 'sharedCleanKiB',
  Shared_Dirty: 'sharedDirtyKiB',
  Private_Clean: 'privateCleanKiB',
  Private_Dirty: 'privateDirtyKiB',
  Referenced: 'referencedKiB',
  Anonymous: 'anonymousKiB',
  LazyFree: 'lazyFreeKiB',
  AnonHugePages: 'anonHugePagesKiB',
  Swap: 'swapKiB',
  SwapPss: 'swapPssKiB',
  Locked: 'lockedKiB',
} as const;

export type Counter = (typeof counterOf)[keyof typeof counterOf];
/** Counters in KiB; absent where the text did not say. */
export type Counters = { readonly [name in Counter]?: number };

export interface Mapping extends Counters {
  /**
   * First address. Page-aligned addresses below 2^64 are exact as numbers, [vsyscall] at ffffffffff600000 too:
   * 64 bits less the 12 zero bits of a page leave 52, and a double holds 53.
   */
  readonly start: number;
  /** First address after the mapping, exact likewise. */
  readonly end: number;
  /** Four characters as in maps: `rw-p`. */
  readonly perms: string;
  /** Bytes into the file; 0 for anonymous memory and where the text did not say. */
  readonly offset: number;
  /** `major:minor` as printed, or empty where the text did not say. */
  readonly device: string;
  /** Decimal, as printed (it may exceed 2^53), or empty where the text did not say. */
  readonly inode: string;
  /** Path, base name (pmap), `[heap]`, `[anon: Go: heap]`…; empty for anonymous memory. */
  readonly name: string;
  readonly sizeKiB: number;
  /** Two-letter flags of smaps' VmFlags line. */
  readonly vmFlags?: readonly string[];
  /** Line of the text it was read from, from 1. */
  readonly line: number;
}

/** As much of a mapping as tells its kind. */
export type Shape = Pick<Mapping, 'name' | 'perms'>;

/** Memory without a file behind it: unnamed, or named by prctl(PR_SET_VMA_ANON_NAME). */
export function isAnonymous({ name }: Pick<Mapping, 'name'>): boolean {
  return name === '' || name.startsWith('[anon:') || name.startsWith('[anon_shmem:');
}

/** Anonymous private memory that may be written. */
export function isReady(mapping: Shape): boolean {
  return mapping.perms === 'rw-p' && isAnonymous(mapping);
}

/** Anonymous private addresses nobody may touch: a reservation or a guard. */
export function isReserved(mapping: Shape): boolean {
  return mapping.perms === '---p' && isAnonymous(mapping);
}

/** Memory with a file behind it. */
export function isFile(mapping: Mapping): boolean {
  return mapping.name !== '' && !mapping.name.startsWith('[');
}

/** The last component of a path, without the ` (deleted)` that the kernel adds. */
export function baseName(name: string): string {
  const path = name.endsWith(' (deleted)') ? name.slice(0, -10) : name;
  return path.slice(path.lastIndexOf('/') + 1);
}
