/** How large a Go type is on 64 bits and whether the collector must look into it (`go/types/gcsizes.go`, Go 1.27). */
export interface Layout {
  /** Bytes. */
  readonly size: number;
  /** Bytes; addresses of such values are multiples of it. */
  readonly align: number;
  readonly pointers: boolean;
}

const plain = (size: number): Layout => ({ size, align: Math.min(size, 8), pointers: false });
/** A value of whole words that holds pointers. */
const words = (count: number): Layout => ({ size: 8 * count, align: 8, pointers: true });

/** A pointer, and all that is one inside: maps, channels, functions. */
export const pointer: Layout = words(1);
/** A slice: pointer, length, capacity. */
export const slice: Layout = words(3);

/** The types that have a name of their own. */
export const named: Readonly<Record<string, Layout>> = {
  bool: plain(1), byte: plain(1), int8: plain(1), uint8: plain(1),
  int16: plain(2), uint16: plain(2),
  int32: plain(4), uint32: plain(4), rune: plain(4), float32: plain(4),
  int: plain(8), uint: plain(8), int64: plain(8), uint64: plain(8), uintptr: plain(8), float64: plain(8),
  complex64: { size: 8, align: 4, pointers: false }, complex128: { size: 16, align: 8, pointers: false },
  string: words(2), any: words(2), error: words(2),
};

export const array = (length: number, { size, align, pointers }: Layout): Layout =>
  ({ size: length * size, align, pointers: pointers && length > 0 });

/** Each field at the next multiple of its alignment; the whole is padded to the largest. A last field of no bytes takes one, so that its address stays inside. */
export function struct(fields: readonly Layout[]): Layout {
  let end = 0;
  for (const { size, align } of fields) end = Math.ceil(end / align) * align + size;
  if (end > 0 && fields.at(-1)!.size === 0) end++;
  const align = Math.max(1, ...fields.map((field) => field.align));
  return { size: Math.ceil(end / align) * align, align, pointers: fields.some(({ pointers }) => pointers) };
}
