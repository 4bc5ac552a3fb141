import type { HeapPages, PageCacheHolder } from '../heap/heap-pages.ts';
import { pageSize } from '../size-classes.ts';
import type { StackPages } from './stack-pool.ts';

/** Who has pages for anybody: all of the heap, or only its pages. */
type Pages = Pick<HeapPages, 'alloc' | 'free'>;

/** The heap's own pages, for stacks (`mheap.go:allocManual` with `spanAllocStack`). */
export const stackPages = (pages: Pages, ps: readonly PageCacheHolder[]): StackPages => ({
  alloc: (npages, p) => pages.alloc(npages, 'stack', ps[p]!).page * pageSize,
  free: (base, npages) => { pages.free(base / pageSize, npages, 'stack'); },
});
