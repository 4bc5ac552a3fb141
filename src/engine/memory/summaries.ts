/**
 * Where Go's page allocator keeps its summaries: five reserved arrays, one 8-byte entry for each stretch of
 * address space, and which pages of them a heap maps (`mpagealloc.go`, `mpagealloc_64bit.go:sysInit`, `sysGrow`;
 * the same from Go 1.15 to 1.27). Offsets and sizes are bytes unless a name says KiB.
 */
import { KiB, MiB } from './mapping.ts';

export type Level = 0 | 1 | 2 | 3 | 4;
export const levels = [0, 1, 2, 3, 4] as const;

/** Address bits one entry of each level stands for: 16 GiB, 2 GiB, 256 MiB, 32 MiB, 4 MiB. */
export const levelShift = [34, 31, 28, 25, 22] as const;
/** log2 of the entries a level's block has: the whole of level 0, then 8. */
const levelBits = [14, 3, 3, 3, 3] as const;
/** Addresses a 64-bit port counts with (`malloc.go:heapAddrBits`). */
const heapAddrBits = 48;
const entryBytes = 8;

/** The heap grows by chunks (`mpagealloc.go:pallocChunkBytes`). */
export const chunkBytes = 4 * MiB;
/** Address space is taken by arenas (`malloc.go:heapArenaBytes`, linux on 64-bit machines). */
export const arenaBytes = 64 * MiB;

/** What differs between 64-bit Linux ports. */
export interface Port {
  /** Added to an address before it is looked up: `-arenaBaseOffset`, 2^47 on amd64, 0 elsewhere. */
  readonly addressOffset: number;
  /** Bytes in a page of the operating system. */
  readonly pageBytes: number;
}

export const amd64: Port = { addressOffset: 2 ** 47, pageBytes: 4 * KiB };
export const arm64: Port = { addressOffset: 0, pageBytes: 4 * KiB };

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function alignDown(value: number, unit: number): number {
  return Math.floor(value / unit) * unit;
}

export function alignUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

/** Bytes reserved for a level: 128 KiB, 1, 8, 64 and 512 MiB. */
export function levelBytes(level: Level): number {
  return 2 ** (heapAddrBits - levelShift[level]) * entryBytes;
}

/** Where in a level the entry for an address stands. */
export function entryOffset(level: Level, address: number, port: Port = amd64): number {
  return Math.floor((address + port.addressOffset) / 2 ** levelShift[level]) * entryBytes;
}

/** The lowest address whose entry stands at an offset of a level: the inverse of {@link entryOffset}. */
export function addressOfEntry(level: Level, offset: number, port: Port = amd64): number {
  return Math.floor(offset / entryBytes) * 2 ** levelShift[level] - port.addressOffset;
}

/**
 * The part of a level that a heap in `heap` needs mapped: entries widened to whole blocks (all of level 0), then to
 * whole pages (`mpagealloc_64bit.go:sysGrow`, `blockAlignSummaryRange`).
 */
export function livePart(level: Level, heap: Range, port: Port = amd64): Range {
  const block = 2 ** levelBits[level] * entryBytes;
  const first = alignDown(entryOffset(level, heap.start, port), block);
  const last = alignUp(entryOffset(level, heap.end - 1, port) + entryBytes, block);
  return { start: alignDown(first, port.pageBytes), end: alignUp(last, port.pageBytes) };
}

/** Which scavenge index a Go version keeps (`mgcscavenge.go:scavengeIndex`). */
export type ScavengeIndex = 'none' | 'bits' | 'words';
/** None up to Go 1.18; a bit a chunk in 1.19 and 1.20; a word a chunk since 1.21. */
export const scavengeIndexBytes: Readonly<Record<ScavengeIndex, number>> = { none: 0, bits: 8 * MiB, words: 512 * MiB };

/** The part of the scavenge index that a heap in `heap` needs mapped. 1.19 and 1.20 map it from its very beginning. */
export function liveIndex(index: ScavengeIndex, heap: Range, port: Port = amd64): Range {
  const firstChunk = entryOffset(4, heap.start, port) / entryBytes;
  const endChunk = entryOffset(4, alignUp(heap.end, chunkBytes), port) / entryBytes;
  if (index === 'none') return { start: 0, end: 0 };
  if (index === 'bits') return { start: 0, end: alignUp(Math.floor((endChunk + 7) / 8), port.pageBytes) };
  return { start: alignDown(firstChunk * entryBytes, port.pageBytes), end: alignUp(endChunk * entryBytes, port.pageBytes) };
}

/** A level seen as pmap shows it: reserved, mapped, reserved again. */
export interface LevelPicture {
  readonly level: Level;
  readonly reservedKiB: number;
  /** Reserved below the mapped part. */
  readonly frontKiB: number;
  readonly liveKiB: number;
  /** Reserved above it. */
  readonly restKiB: number;
}

/** A level as a heap in `heap` leaves it. For 0xc000000000 the fronts are 0, 512, 4,120, 32,960 and 263,680 KiB. */
export function pictureLevel(level: Level, heap: Range, port: Port = amd64): LevelPicture {
  const live = livePart(level, heap, port);
  const bytes = levelBytes(level);
  return {
    level,
    reservedKiB: bytes / KiB,
    frontKiB: live.start / KiB,
    liveKiB: (live.end - live.start) / KiB,
    restKiB: (bytes - live.end) / KiB,
  };
}

/** What one stretch of a map line belongs to. */
export type SummaryPart = Level | 'index';

/** One line of pmap: neighbours with equal permissions are one mapping. */
export interface MergedLine {
  readonly perms: 'rw-p' | '---p';
  readonly sizeKiB: number;
  /** What it is made of, lowest address first. */
  readonly parts: readonly { readonly of: SummaryPart; readonly sizeKiB: number }[];
}

/**
 * The lines pmap shows for the reservations of one heap, lowest address first, when each reservation lies right below
 * the one before it (kernels before 6.7, which did not align large ones). For 0xc000000000 without an index:
 * 263,680 · 4 · 293,564 · 4 · 36,692 · 4 · 4,580 · 4 · 508 · 128.
 */
export function mergedLines(heap: Range, index: ScavengeIndex = 'none', port: Port = amd64): MergedLine[] {
  const lines: MergedLine[] = [];
  const add = (of: SummaryPart, perms: MergedLine['perms'], bytes: number): void => {
    if (bytes > 0) append(lines, perms, { of, sizeKiB: bytes / KiB });
  };
  for (const { of, bytes, live } of reservations(heap, index, port)) {
    add(of, '---p', live.start);
    add(of, 'rw-p', live.end - live.start);
    add(of, '---p', bytes - live.end);
  }
  return lines;
}

/** The reservations from the lowest address up: the order of reserving them, reversed. */
function reservations(heap: Range, index: ScavengeIndex, port: Port): { of: SummaryPart; bytes: number; live: Range }[] {
  const summaries = levels.map((level) => ({ of: level, bytes: levelBytes(level), live: livePart(level, heap, port) }));
  return [{ of: 'index', bytes: scavengeIndexBytes[index], live: liveIndex(index, heap, port) }, ...summaries.reverse()];
}

function append(lines: MergedLine[], perms: MergedLine['perms'], part: MergedLine['parts'][number]): void {
  const last = lines.at(-1);
  if (last?.perms !== perms) lines.push({ perms, sizeKiB: part.sizeKiB, parts: [part] });
  else lines[lines.length - 1] = { perms, sizeKiB: last.sizeKiB + part.sizeKiB, parts: [...last.parts, part] };
}
