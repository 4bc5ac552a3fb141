/** How a port of Go divides its address space (`malloc.go`, `mpagealloc_32bit.go`, `mpagealloc_64bit.go`, Go 1.27). */
export interface Geometry {
  /** Bits of a heap address (`heapAddrBits`). */
  readonly heapAddrBits: number;
  /** Pages of a chunk, the piece that one bitmap describes (`pallocChunkPages`). */
  readonly chunkPages: number;
  /** What is added to an address before it indexes a table, so that the lowest one has index 0 (`arenaBaseOffset`, inverted). */
  readonly arenaBaseOffset: number;
  /** Levels of the radix tree of summaries (`summaryLevels`). */
  readonly summaryLevels: number;
  /** Bytes of an arena (`heapArenaBytes`). */
  readonly arenaBytes: number;
  /** Bytes of a page and of a huge page of the system, 0 for none (`physPageSize`, `physHugePageSize`). */
  readonly physPageSize: number;
  readonly physHugePageSize: number;
  /** Whether pages given back to the system come back as zeroes (`needZeroAfterSysUnused`, inverted). */
  readonly scavengedIsZero: boolean;
  /** Whether free pages may go back to the system as soon as they are free, from dense chunks too: before Go 1.21. */
  readonly scavengesAtOnce?: boolean;
}

export const wasmGeometry: Geometry = { heapAddrBits: 32, arenaBaseOffset: 0, chunkPages: 64, summaryLevels: 4, arenaBytes: 2 ** 19, physPageSize: 2 ** 16, physHugePageSize: 0, scavengedIsZero: false };
export const linuxGeometry: Geometry = { heapAddrBits: 48, arenaBaseOffset: 2 ** 47, chunkPages: 512, summaryLevels: 5, arenaBytes: 2 ** 26, physPageSize: 4096, physHugePageSize: 2 ** 21, scavengedIsZero: true };

/** Children of one entry below the root (`1 << summaryLevelBits`). */
export const fanout = 8;

/** Pages that one entry of a level stands for (`levelLogPages`). */
export const pagesAt = ({ chunkPages, summaryLevels }: Geometry, level: number): number => chunkPages * fanout ** (summaryLevels - 1 - level);

/** Entries of level 0 (`1 << summaryL0Bits`). */
export const rootEntries = (geometry: Geometry): number => 2 ** geometry.heapAddrBits / 8192 / pagesAt(geometry, 0);

/** The root's entries from address 0 on: a heap lies in no others. */
export const rootEnd = (geometry: Geometry): number => rootEntries(geometry) - geometry.arenaBaseOffset / 8192 / pagesAt(geometry, 0);
