import type { HeapPages, PageCacheHolder } from './heap-pages.ts';

/** Pages of one piece of memory for mark queues (`mgcwork.go:workbufAlloc`). */
const workbufPages = 4;

/** The memory of the mark queues (`mgcwork.go:getempty`, Go 1.27): one piece, which holds 3,500 pointers, is enough for every heap here. */
export class Workbufs {
  readonly #pages: HeapPages;
  #page: number | undefined;

  /** `page` is the first page of the piece, if there is one. */
  constructor(pages: HeapPages, page?: number) {
    this.#pages = pages;
    this.#page = page;
  }

  /** Whoever marks first takes it, or finds the one of the cycle before. */
  take(p: PageCacheHolder): void { this.#page ??= this.#pages.alloc(workbufPages, 'workbuf', p).page; }

  /** When all is swept it is given back (`freeSomeWbufs`). */
  giveBack(): void {
    if (this.#page !== undefined) this.#pages.free(this.#page, workbufPages, 'workbuf');
    this.#page = undefined;
  }

  save(): number | undefined { return this.#page; }
}
