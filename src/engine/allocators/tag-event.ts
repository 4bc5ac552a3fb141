/** Boundary tags word by word: what free reads of a block's neighbours, and what it writes. Addresses are of the words. */

/** What one tag says: the size of its block, and whether that is in use. The fences at a heap's ends say 0, in use. */
export interface Tag { readonly at: number; readonly size: number; readonly used: boolean }

/** One event type for each kind, all of the same fields. */
type Each<Kinds extends string, Fields> = { readonly [Kind in Kinds]: { readonly kind: Kind } & Fields }[Kinds];

export type TagEvent =
  /** free reads: its own header, then the tag just behind it, then the header just ahead. `p` is the pointer freed. */
  | Each<'own' | 'behind' | 'ahead', { readonly p: number } & Tag>
  /** The block freed and a free neighbour become one, of `size` bytes, `by` more than before; no word has changed yet. */
  | { readonly kind: 'merge'; readonly side: 'behind' | 'ahead'; readonly addr: number; readonly size: number; readonly by: number }
  | Each<'header' | 'footer', Tag>
  /** malloc has found a block and written its tags, or found none. */
  | { readonly kind: 'place'; readonly p: number; readonly addr: number; readonly size: number }
  | { readonly kind: 'none'; readonly size: number };

export type TellTag = (event: TagEvent) => void;

/** The word itself: sizes are multiples of 16, so the lowest bit is free to say "in use". */
export const tagWord = ({ size, used }: Tag): number => size + (used ? 1 : 0);

/** A block as its header says; `name` and `asked` (bytes) while a program holds it. */
export interface TaggedBlock { readonly addr: number; readonly size: number; readonly free: boolean; readonly name?: string; readonly asked?: number }

/** Memory from one address to another: its blocks and the words that are tags, from low to high. */
export interface TagPicture {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly TaggedBlock[];
  readonly fences: readonly Tag[];
  readonly tags: readonly (Tag & {
    /** A tag of nobody belonged to a block that merged: the word is still in memory. */
    readonly of: 'header' | 'footer' | 'nobody';
  })[];
}
