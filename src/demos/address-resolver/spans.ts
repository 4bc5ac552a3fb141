import type { KnownSpan } from '../../engine/go/heap/address-resolver.ts';

/** Five spans of the script "every class, without and with pointers", where they lay on linux; spans.test.ts holds them to the recording. */
export const spans: readonly KnownSpan[] = [
  { base: 824634130432, npages: 1, elemsize: 48, nelems: 168, header: false },
  { base: 824634195968, npages: 1, elemsize: 160, nelems: 50, header: false },
  { base: 824634335232, npages: 1, elemsize: 352, nelems: 22, header: false },
  { base: 824634458112, npages: 1, elemsize: 704, nelems: 11, header: true },
  { base: 824635269120, npages: 3, elemsize: 12288, nelems: 2, header: false },
];
