/** The 67 sizes a small object can have, made by Go's own rule (`_mkmalloc/mksizeclasses.go:makeClasses`, Go 1.27). */

/** A size of slots, and how many 8 KiB pages a span of them has. */
export interface SizeClass { readonly size: number; readonly npages: number }

/** Bytes of a runtime page (`internal/runtime/gc.PageSize`). */
export const pageSize = 8192;
/** Largest size of a slot, in bytes. */
export const maxSmallSize = 32768;
/** Sizes above 1 KiB are multiples of this (`largeSizeDiv`). */
const largeSizeDiv = 128;

const isPowerOfTwo = (n: number): boolean => n > 0 && (n & (n - 1)) === 0;

/** How far apart sizes may lie from a power of two on. */
function alignAt(size: number, before: number): number {
  if (!isPowerOfTwo(size) || size < 32) return before;
  if (size >= 2048) return 256;
  return size >= 128 ? size / 8 : 16;
}

/** Fewest pages whose unused tail is at most an eighth of the span. */
function pagesFor(size: number): number {
  let bytes = pageSize;
  while (bytes % size > Math.floor(bytes / 8)) bytes += pageSize;
  return bytes / pageSize;
}

/** As large as the same number of slots in the same pages can be. */
function grown({ size, npages }: SizeClass): SizeClass {
  const bytes = npages * pageSize;
  const room = Math.floor(bytes / Math.floor(bytes / size));
  return { size: Math.max(size, room - (room % largeSizeDiv)), npages };
}

function makeClasses(): readonly SizeClass[] {
  const classes: SizeClass[] = [];
  let align = 8;
  for (let size = align; size <= maxSmallSize; size += align) {
    align = alignAt(size, align);
    const npages = pagesFor(size);
    const last = classes.at(-1);
    const objects = (each: number): number => Math.floor((npages * pageSize) / each);
    if (last?.npages === npages && objects(size) === objects(last.size)) classes.pop();
    classes.push({ size, npages });
  }
  return [{ size: 0, npages: 0 }, ...classes.map(grown)];
}

/** By class; class 0 stands for large objects. */
export const sizeClasses: readonly SizeClass[] = makeClasses();

/** By size in words of 8 bytes: the smallest class that holds it. */
const classByWords: Uint8Array = Uint8Array.from({ length: maxSmallSize / 8 + 1 }, (_, words) => Math.max(1, sizeClasses.findIndex(({ size }) => size >= words * 8)));

/** The smallest class whose slots hold `size` bytes, for 1 to 32,768 (`SizeToSizeClass8`, `SizeToSizeClass128`). */
export const classOf = (size: number): number => classByWords[Math.ceil(size / 8)]!;
