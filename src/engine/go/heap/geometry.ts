/** How a port of Go divides its address space (`malloc.go`, `mpagealloc_32bit.go`, `mpagealloc_64bit.go`, Go 1.27). */
export interface Geometry {
  /** Bits of a heap address (`heapAddrBits`). */
  readonly heapAddrBits: number;
  /** Pages of a chunk, the piece that one bitmap describes (`pallocChunkPages`). */
  readonly chunkPages: number;
  /** Levels of the radix tree of summaries (`summaryLevels`). */
  readonly summaryLevels: number;
  /** Bytes of an arena (`heapArenaBytes`). */
  readonly arenaBytes: number;
}

export const wasmGeometry: Geometry = { heapAddrBits: 32, chunkPages: 64, summaryLevels: 4, arenaBytes: 2 ** 19 };
export const linuxGeometry: Geometry = { heapAddrBits: 48, chunkPages: 512, summaryLevels: 5, arenaBytes: 2 ** 26 };

/** Children of one entry below the root (`1 << summaryLevelBits`). */
export const fanout = 8;

/** Pages that one entry of a level stands for (`levelLogPages`). */
export const pagesAt = ({ chunkPages, summaryLevels }: Geometry, level: number): number => chunkPages * fanout ** (summaryLevels - 1 - level);

/** Entries of level 0 (`1 << summaryL0Bits`). */
export const rootEntries = (geometry: Geometry): number => 2 ** geometry.heapAddrBits / 8192 / pagesAt(geometry, 0);
