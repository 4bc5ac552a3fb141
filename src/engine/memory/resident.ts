/** Which pages of a process are in memory, and what they are. Pages are numbered: address / page size. */
import { RangeMap } from './range-map.ts';
import type { Entry } from './range-map.ts';

/**
 * What a page in the page table is. `zero`: read but never written, the kernel's one page of zeros, in no RSS.
 * `anonymous`: the process's own. `file`: a page of a file or of shared memory, counted by all that map it.
 * `lazy`: given back with MADV_FREE, still there until the kernel runs short.
 */
export type PageKind = 'zero' | 'anonymous' | 'file' | 'lazy';

export interface Page {
  readonly kind: PageKind;
  /** Processes that have the page, this one included: PSS counts a share of it. */
  readonly sharers: number;
}

/** What a mapping makes of a first touch. */
export interface Backing {
  /** Anonymous private memory, or pages of a file (or of shared memory) with so many sharers. */
  readonly sharers: number | undefined;
  /** MAP_PRIVATE: a write makes the page the process's own. */
  readonly isPrivate: boolean;
}

export type Access = 'read' | 'write';

const own = (kind: PageKind): Page => ({ kind, sharers: 1 });

/** The page after an access (`mm/memory.c:do_anonymous_page`, `do_wp_page`); undefined when nothing changes. */
function after(page: Page | undefined, access: Access, { sharers, isPrivate }: Backing): Page | undefined {
  const first = sharers === undefined ? own('zero') : { kind: 'file' as const, sharers };
  if (access === 'read') return page ? undefined : first;
  if (page?.kind === 'anonymous') return undefined;
  if (page?.kind === 'lazy') return own('anonymous');
  return isPrivate || sharers === undefined ? own('anonymous') : page ? undefined : first;
}

export class ResidentPages {
  readonly #pages = new RangeMap<Page>((a, b) => a.kind === b.kind && a.sharers === b.sharers);

  /** Touches pages [from, to) and returns how many took a fault. A lazily freed page takes a write without one. */
  touch(from: number, to: number, access: Access, backing: Backing): number {
    let faults = 0;
    for (const { start, end, page } of this.#runs(from, to)) {
      const next = after(page, access, backing);
      if (!next) continue;
      if (page?.kind !== 'lazy') faults += end - start;
      this.#pages.set(start, end, next);
    }
    return faults;
  }

  /** Forgets pages [from, to): unmapped, or MADV_DONTNEED. Returns how many left the RSS. */
  drop(from: number, to: number): number {
    const counted = count(this.#pages.within(from, to), isCounted);
    this.#pages.delete(from, to);
    return counted;
  }

  /** MADV_FREE: the process's own pages may go when the kernel needs them. Returns how many may. */
  free(from: number, to: number): number {
    const freed = count(this.#pages.within(from, to), (page) => page.kind === 'anonymous');
    this.#pages.update(from, to, (page) => (page.kind === 'anonymous' ? own('lazy') : page));
    return freed;
  }

  /** The kernel runs short and takes lazily freed pages. Returns how many. */
  reclaim(): number {
    const lazy = this.#pages.entries().filter((entry) => entry.value.kind === 'lazy');
    for (const { start, end } of lazy) this.#pages.delete(start, end);
    return lazy.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  /** Pages in the RSS: all but those of zeros. */
  rss(): number {
    return count(this.#pages.entries(), isCounted);
  }

  /** Pages in the PSS: shared ones by the share. */
  pss(): number {
    return this.#pages.entries().reduce((sum, { start, end, value }) => sum + (isCounted(value) ? (end - start) / value.sharers : 0), 0);
  }

  /** Runs of present pages, lowest first. */
  entries(): readonly Entry<Page>[] {
    return this.#pages.entries();
  }

  load(entries: readonly Entry<Page>[]): void {
    this.#pages.load(entries);
  }

  /** [from, to) cut where pages change, absent ones included. */
  #runs(from: number, to: number): { start: number; end: number; page: Page | undefined }[] {
    const runs: { start: number; end: number; page: Page | undefined }[] = [];
    let reached = from;
    for (const { start, end, value } of this.#pages.within(from, to)) {
      if (start > reached) runs.push({ start: reached, end: start, page: undefined });
      runs.push({ start, end, page: value });
      reached = end;
    }
    if (reached < to) runs.push({ start: reached, end: to, page: undefined });
    return runs;
  }
}

function isCounted(page: Page): boolean {
  return page.kind !== 'zero';
}

function count(entries: readonly Entry<Page>[], counts: (page: Page) => boolean): number {
  return entries.reduce((sum, { start, end, value }) => sum + (counts(value) ? end - start : 0), 0);
}
