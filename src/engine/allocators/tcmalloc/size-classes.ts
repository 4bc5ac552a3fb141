/** The size classes of gperftools 2.10, computed as it computes them (common.cc:SizeMap::Init). */

export const pageSize = 8192;
/** Larger requests get pages of their own. */
export const maxSize = 256 * 1024;

export interface SizeClass {
  /** Bytes of an object. */
  readonly size: number;
  /** Pages of a span. */
  readonly pages: number;
  /** Objects that move between thread cache and central list at once. */
  readonly batch: number;
}

/** Spacing of classes around a size: an eighth of the power of two below it, 16 at least from 16 up. */
function alignmentFor(size: number): number {
  if (size >= 128) return Math.min(pageSize, 2 ** Math.floor(Math.log2(size)) / 8);
  return size >= 16 ? 16 : 8;
}

const batchFor = (size: number): number => Math.min(32, Math.max(2, Math.floor(65_536 / size)));

/** Pages such that at most an eighth is left over, and a quarter of a batch fits. */
function pagesFor(size: number): number {
  let bytes = 0;
  do {
    bytes += pageSize;
    while (bytes % size > Math.floor(bytes / 8)) bytes += pageSize;
  } while (Math.floor(bytes / size) < Math.floor(batchFor(size) / 4));
  return bytes / pageSize;
}

const objectsIn = ({ size, pages }: { size: number; pages: number }): number => Math.floor((pages * pageSize) / size);

/** A class no larger span would pay for is joined to the next: same pages, same number of objects. Class 0 is none. */
function compute(): SizeClass[] {
  const classes: SizeClass[] = [{ size: 0, pages: 0, batch: 0 }];
  for (let size = 8; size <= maxSize; size += alignmentFor(size)) {
    const next = { size, pages: pagesFor(size), batch: batchFor(size) };
    const last = classes.at(-1)!;
    if (last.pages === next.pages && objectsIn(last) === objectsIn(next)) classes[classes.length - 1] = next;
    else classes.push(next);
  }
  return classes;
}

export const sizeClasses: readonly SizeClass[] = compute();

/** Index by (size + 7) / 8 to 1024 bytes, by (size + 127) / 128 + 120 above. */
const slot = (size: number): number => (size <= 1024 ? (size + 7) >>> 3 : (size + 127 + (120 << 7)) >>> 7);

const classOfSlot = ((): Uint8Array => {
  const table = new Uint8Array(slot(maxSize) + 1);
  for (let index = sizeClasses.length - 1; index > 0; index--) {
    for (let size = sizeClasses[index]!.size; size >= 0; size -= 8) table[slot(size)] = index;
  }
  return table;
})();

/** The class that serves a request; 0 when it is too large for any. */
export const classOf = (size: number): number => (size > maxSize ? 0 : classOfSlot[slot(size)]!);
