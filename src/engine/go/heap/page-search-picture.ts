import type { HeapEvent } from './event.ts';
import type { Summary } from './summary.ts';

/** What happens to the pages of a heap; pages are counted from the heap's first. `full`: it grows by so many, all of them in use at once. */
export type SearchOp =
  | { readonly do: 'full'; readonly npages: number }
  | { readonly do: 'free'; readonly page: number; readonly npages: number }
  | { readonly do: 'alloc'; readonly npages: number };

/** The first page of the run, from the heap's first; undefined where none was asked for. */
export type SearchAnswer = number | undefined;

export type SearchEvent = Extract<HeapEvent, { kind: 'search-chunk' | 'level' | 'chunk' | 'grow' }>;

/** One level of the tree: the entries drawn, what each stands for, those a search looked at, the one that opens. */
export interface TreeLevel {
  readonly pagesEach: number;
  /** First address of the first entry drawn. */
  readonly base: number;
  readonly entries: readonly Summary[];
  /** Of those drawn, the first looked at and how many. */
  readonly looked: { readonly first: number; readonly count: number } | undefined;
  readonly open: number | undefined;
}

export interface SearchPicture {
  /** As far as the way down goes. */
  readonly levels: readonly TreeLevel[];
  /** The pages of one chunk, and which of them were given. */
  readonly chunk: { readonly base: number; readonly free: readonly boolean[]; readonly given: readonly boolean[] } | undefined;
  /** The address below which nothing is free; undefined: nothing is free. */
  readonly searchAddr: number | undefined;
  /** Entries of the tree that the last search looked at. */
  readonly looked: number;
  /** Of the last request: its pages, the address given, and the pages in use that a search page by page would have passed. */
  readonly wanted: number | undefined;
  readonly given: number | undefined;
  readonly passed: number;
  readonly heapPages: number;
  readonly now: SearchEvent | undefined;
}
