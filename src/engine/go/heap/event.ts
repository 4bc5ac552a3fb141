/**
 * The moments of an allocation and of a collection, from the nearest memory to the farthest, in the order in which
 * they happen. Addresses and sizes in bytes, pages of 8 KiB. Each names the function of Go 1.27 that it follows.
 */
export type HeapEvent =
  // One object.
  /** What was asked for, and the slots it goes to; `header` bytes before the object hold its type (`malloc.go:mallocgc`). Span classes 0 and 1 are large. */
  | { readonly kind: 'request'; readonly size: number; readonly spanClass: number; readonly slot: number; readonly header: number }
  /** The object shares a block of 16 bytes; a `fresh` block was a slot just taken, and is `kept` for the next ones where it has more room left (`malloc.go:mallocgcTiny`). */
  | { readonly kind: 'tiny'; readonly addr: number; readonly size: number; readonly offset: number; readonly fresh: boolean; readonly kept: boolean }
  /** The span at hand had a free slot: `skipped` taken ones were passed over from `freeindex` on, by counting zeroes (`malloc.go:nextFreeFast`, `mbitmap.go:nextFreeIndex`). */
  | { readonly kind: 'slot'; readonly addr: number; readonly spanClass: number; readonly index: number; readonly base: number; readonly skipped: number }
  /** A large object is a span of its own (`mcache.go:allocLarge`). */
  | { readonly kind: 'large'; readonly addr: number; readonly npages: number }
  // The spans of a class.
  /** The P has no span of the class, or a full one, which it gives away (`mcache.go:refill`). */
  | { readonly kind: 'full'; readonly spanClass: number; readonly base: number | undefined }
  /** One look into a list of the class: the span it gave, if any (`mcentral.go:cacheSpan`). */
  | { readonly kind: 'central'; readonly spanClass: number; readonly list: CentralList; readonly base: number | undefined }
  /** The P holds this span now; a `fresh` one was made of free pages (`mcache.go:refill`, `mcentral.go:grow`). */
  | { readonly kind: 'refill'; readonly spanClass: number; readonly base: number; readonly fresh: boolean }
  // Pages.
  /** Pages are wanted for a span (`mheap.go:allocSpan`); below 16 the P's page cache is asked first. */
  | { readonly kind: 'pages-wanted'; readonly npages: number; readonly cached: boolean }
  /** The P takes what is free of 64 pages (`mpagecache.go:allocToCache`). */
  | { readonly kind: 'page-cache-filled'; readonly base: number; readonly pages: number }
  /** The P's page cache had the pages (`mpagecache.go:pageCache.alloc`). */
  | { readonly kind: 'page-cache'; readonly base: number; readonly npages: number }
  /** It has no run of so many (same). */
  | { readonly kind: 'page-cache-miss'; readonly npages: number }
  /** The chunk where the last search ended may have them: no need to go down the tree (`mpagealloc.go:alloc`). */
  | { readonly kind: 'search-chunk'; readonly chunk: number; readonly found: boolean }
  /**
   * One level of the radix tree (`mpagealloc.go:find`): from entry `first` on `looked` entries were read, the last one with this
   * summary. Then the search goes down into it, or ends with a run over several entries, or with nothing.
   */
  | { readonly kind: 'level'; readonly level: number; readonly first: number; readonly looked: number; readonly start: number; readonly max: number; readonly end: number; readonly then: 'descend' | 'run' | 'nothing' }
  /** The bits of one chunk were searched (`mpallocbits.go:find`). */
  | { readonly kind: 'chunk'; readonly chunk: number; readonly base: number }
  /** The heap's lowest run that fits (`mpagealloc.go:alloc`). */
  | { readonly kind: 'pages'; readonly base: number; readonly npages: number }
  // The system.
  /** Whole arenas were reserved (`malloc.go:sysAlloc`, `mem.go:sysReserve`); not `adjacent` ones begin a new stretch. */
  | { readonly kind: 'arena'; readonly base: number; readonly size: number; readonly adjacent: boolean }
  /** Whole chunks of an arena become the heap's (`mheap.go:grow`, `mem.go:sysMap`). */
  | { readonly kind: 'grow'; readonly base: number; readonly size: number }
  // A collection.
  /** So much is allocated that a collection is due (`mgc.go:gcTrigger.test`). */
  | { readonly kind: 'due'; readonly heapLive: number; readonly trigger: number }
  /** All that can be reached is marked: slots, and their bytes (`mgc.go:gcMarkDone`). */
  | { readonly kind: 'marked'; readonly objects: number; readonly bytes: number }
  /** One span's marks became its allocation bits (`mgcsweep.go:sweep`). */
  | { readonly kind: 'swept'; readonly base: number; readonly live: number }
  /** A span without a live object gave its pages back (`mheap.go:freeSpan`). */
  | { readonly kind: 'freed'; readonly base: number; readonly npages: number }
  /** Free pages were given back to the system (`mgcscavenge.go:scavengeOne`). */
  | { readonly kind: 'scavenged'; readonly base: number; readonly npages: number };

/** The lists of a class in the order in which they are tried. */
export type CentralList = 'partial swept' | 'partial unswept' | 'full unswept';

export type Tell = (event: HeapEvent) => void;
