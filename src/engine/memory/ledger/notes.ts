/**
 * What the runtime keeps about a small heap: its mappings beside the heap itself, by Go version, each with the counter that
 * sees it. With the heap's steps they are all of `Sys`, to the byte. Sources as in `mheap.go:sysInit` and the functions named.
 */
import { KiB, MiB } from '../mapping.ts';
import { arenaIndexBytes, chunkTableBytes, metadataBytes, persistentChunk } from '../rules/go-startup.ts';
import type { MemStatsField } from './mem-stats.ts';

/** The structures, in the order in which they are mapped. */
export type NoteName = 'arenaIndex' | 'heapArenas' | 'summaries' | 'scavengeIndex' | 'chunkTable' | 'allspans' | 'gcBits' | 'profiler' | 'persistent';

export interface Note {
  readonly name: NoteName;
  readonly bytes: number;
  /** Undefined: in no counter. Small structures are cut from persistent chunks and then counted where they belong. */
  readonly counter: MemStatsField | undefined;
}

/** What a program has made the runtime map: arenas of 64 MiB, and persistent chunks of 256 KiB. */
export interface Extent {
  readonly arenas: number;
  readonly chunks: number;
}

/** `unsafe.Sizeof(heapArena{})`, from this minor version on (`mheap.go:heapArena`; recorded in oracle/recordings/startup.json). */
const heapArenaBytes: readonly (readonly [minor: number, bytes: number])[] = [[25, 69_648], [22, 68_624], [20, 1_133_584], [16, 2_165_776], [15, 2_165_768]];

/** Bytes of one heapArena of Go 1.`minor`. */
export function heapArenaOf(minor: number): number {
  return heapArenaBytes.find(([from]) => minor >= from)![1];
}

/** Level 0 whole, 128 KiB, and a page of each of the other four levels (`mpagealloc_64bit.go:sysGrow`). */
const summaryBytes = 128 * KiB + 4 * 4 * KiB;

/**
 * What is mapped of the scavenge index: none up to 1.18. In 1.19 and 1.20 a bit for each chunk of 4 MiB, mapped from its
 * beginning to the heap's (`mgcscavenge.go:scavengeIndex.grow`); since then a word a chunk, and of it one page.
 */
const scavengeIndexOf = (minor: number): number => (minor < 19 ? 0 : minor < 21 ? 4_222_976 : 4 * KiB);

/** The profiler's hash table, 179,999 pointers: since 1.25 every program has it (`mprof.go:stkbucket`, `malloc.go:profilealloc`). */
const profilerOf = (minor: number): number => (minor < 25 ? 0 : 179_999 * 8);

/** The notes of Go 1.`minor` about a heap at `c000000000` of less than 2 GiB, before its first collection. */
export function notesOf(minor: number, { arenas, chunks }: Extent): readonly Note[] {
  const notes: readonly Note[] = [
    { name: 'arenaIndex', bytes: arenaIndexBytes, counter: undefined },
    { name: 'heapArenas', bytes: arenas * heapArenaOf(minor), counter: 'GCSys' },
    { name: 'summaries', bytes: summaryBytes, counter: 'GCSys' },
    { name: 'scavengeIndex', bytes: scavengeIndexOf(minor), counter: 'GCSys' },
    { name: 'chunkTable', bytes: chunkTableBytes, counter: 'GCSys' },
    { name: 'allspans', bytes: metadataBytes, counter: 'OtherSys' },
    { name: 'gcBits', bytes: metadataBytes, counter: 'GCSys' },
    { name: 'profiler', bytes: profilerOf(minor), counter: 'BuckHashSys' },
    { name: 'persistent', bytes: chunks * persistentChunk, counter: 'OtherSys' },
  ];
  return notes.filter(({ bytes }) => bytes > 0);
}

/** Bytes that the notes add to `Sys`. */
export function countedNotes(notes: readonly Note[]): number {
  return notes.reduce((sum, { bytes, counter }) => sum + (counter ? bytes : 0), 0);
}

/** Bytes of heap mapped when a program starts: a step of 4 MiB, and up to Go 1.16 a whole arena (`mheap.go:grow`). */
export function firstHeap(minor: number): number {
  return minor < 17 ? 64 * MiB : 4 * MiB;
}
