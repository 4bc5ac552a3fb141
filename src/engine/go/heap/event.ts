/** The moments of an allocation and of a collection, from the nearest memory to the farthest. Addresses and sizes in bytes. */
export type HeapEvent =
  | { readonly kind: 'tiny'; readonly addr: number; readonly size: number; readonly offset: number }
  | { readonly kind: 'slot'; readonly addr: number; readonly spanClass: number; readonly index: number }
  | { readonly kind: 'refill'; readonly spanClass: number; readonly base: number; readonly fresh: boolean }
  | { readonly kind: 'page-cache'; readonly base: number; readonly npages: number }
  | { readonly kind: 'page-cache-filled'; readonly base: number }
  | { readonly kind: 'level'; readonly level: number; readonly looked: number }
  | { readonly kind: 'pages'; readonly base: number; readonly npages: number }
  | { readonly kind: 'grow'; readonly base: number; readonly size: number }
  | { readonly kind: 'large'; readonly addr: number; readonly npages: number }
  | { readonly kind: 'marked'; readonly objects: number }
  | { readonly kind: 'swept'; readonly base: number; readonly live: number }
  | { readonly kind: 'freed'; readonly base: number; readonly npages: number };

export type Tell = (event: HeapEvent) => void;
