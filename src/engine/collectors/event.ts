/** What a program does to its heap, and what a collector does about it. Objects by number; addresses and sizes in bytes. */

export type CollectorOp =
  /** An object of so many bytes beside its header, of which the first `fields` words are pointers. A variable holds it. */
  | { readonly do: 'new'; readonly id: number; readonly size: number; readonly fields: number }
  /** A field points to another object, or to none (-1). */
  | { readonly do: 'set'; readonly id: number; readonly field: number; readonly to: number }
  /** A variable holds the object, or lets it go. */
  | { readonly do: 'hold' | 'drop'; readonly id: number }
  | { readonly do: 'collect' };

/** The address of a new object; the bytes a collection kept; nothing otherwise. */
export type Answer = number | null;

/** What a collection is doing. Cheney's has one phase, Lisp2 four. */
export type Phase = 'mark' | 'sweep' | 'forward' | 'update' | 'slide' | 'copy' | 'minor' | 'trial' | 'rescue' | 'release' | 'over';

export type CollectorEvent =
  | { readonly kind: 'placed'; readonly id: number; readonly addr: number; readonly size: number }
  | { readonly kind: 'stored'; readonly id: number; readonly field: number; readonly to: number }
  | { readonly kind: 'held' | 'dropped'; readonly id: number }
  | { readonly kind: 'phase'; readonly phase: Phase }
  /** Grey: found, its fields not yet looked at. Black: they have been. */
  | { readonly kind: 'marked' | 'scanned'; readonly id: number }
  /** The write barrier shades what a store overwrites. */
  | { readonly kind: 'shaded'; readonly id: number }
  | { readonly kind: 'freed'; readonly id: number; readonly addr: number; readonly size: number }
  | { readonly kind: 'counted'; readonly id: number; readonly count: number }
  /** Its count fell, and not to zero: it may be part of a dead cycle. */
  | { readonly kind: 'suspected'; readonly id: number }
  /** Trial deletion takes away the counts that come from inside; gives them back; or finds that nothing was left. */
  | { readonly kind: 'tried' | 'rescued'; readonly id: number; readonly count: number }
  | { readonly kind: 'condemned'; readonly id: number }
  /** Where the object will lie; its pointers have been rewritten. */
  | { readonly kind: 'forwarded'; readonly id: number; readonly addr: number }
  | { readonly kind: 'updated'; readonly id: number }
  | { readonly kind: 'moved'; readonly id: number; readonly from: number; readonly addr: number; readonly size: number }
  /** An old object points to a young one: the barrier notes which. */
  | { readonly kind: 'remembered'; readonly id: number; readonly field: number };

export type Tell = (event: CollectorEvent) => void;
