/**
 * A process's virtual memory in miniature, as Linux keeps it: mappings that split and merge, pages that come with the
 * first touch, limits that refuse (`mm/mmap.c`, `mm/mprotect.c`, `mm/madvise.c`). Calls answer what the system would.
 */
import { smallestPage } from './mapping.ts';
import { placeTopDown } from './placement.ts';
import { ResidentPages } from './resident.ts';
import { alignUp } from './summaries.ts';
import { allows, backing, heapVma, isPlace, lowest, vmaOf, withProtection } from './vma.ts';
import { Vmas } from './vmas.ts';
import type { LargeAlignment } from './placement.ts';
import type { Entry } from './range-map.ts';
import type { Access, Page } from './resident.ts';
import type { MmapRequest, Protection, Vma } from './vma.ts';

export type Errno = 'ENOMEM' | 'EINVAL';

export interface AddressSpaceOptions {
  /** End of the place for mappings (`mmap_base`): below the stack. */
  readonly top: number;
  /** Start of the brk heap, on a page. */
  readonly heapStart: number;
  /** RLIMIT_AS in bytes (`ulimit -v` counts KiB). */
  readonly limitBytes: number;
  /** vm.max_map_count. */
  readonly mostMappings: number;
  readonly align: LargeAlignment;
}

/** What Linux on amd64 starts with; `top` and `heapStart` are those of a process without address randomisation. */
export const usualSpace: AddressSpaceOptions = { top: 0x7ffff7ff7000, heapStart: 0x555555560000, limitBytes: Infinity, mostMappings: 65_530, align: 'multiples' };

export interface SpaceCheckpoint {
  readonly vmas: readonly Entry<Vma>[];
  readonly pages: readonly Entry<Page>[];
  readonly brk: number;
}

/** The outcome of touching memory: faults taken, and where the process died if it did. */
export interface Touched {
  readonly faults: number;
  readonly diedAt: number | undefined;
}

const pageOf = (address: number): number => address / smallestPage;

export class AddressSpace {
  readonly #options: AddressSpaceOptions;
  readonly #vmas = new Vmas();
  readonly #pages = new ResidentPages();
  #brk: number;

  constructor(options: AddressSpaceOptions = usualSpace) {
    this.#options = options;
    this.#brk = options.heapStart;
  }

  /** Bytes of all mappings (VIRT, VmSize). */
  get virt(): number {
    return this.#vmas.bytes;
  }

  /** Bytes of pages in memory (RSS, VmRSS). */
  get rss(): number {
    return this.#pages.rss() * smallestPage;
  }

  /** Bytes of pages in memory, shared ones by the share (PSS). */
  get pss(): number {
    return this.#pages.pss() * smallestPage;
  }

  /** Mappings in address order. */
  mappings(): readonly Entry<Vma>[] {
    return this.#vmas.entries();
  }

  /** Runs of pages present, numbered by address / 4 KiB. */
  pages(): readonly Entry<Page>[] {
    return this.#pages.entries();
  }

  /** mmap(2): the address, or why not. */
  mmap(request: MmapRequest): number | Errno {
    const bytes = alignUp(request.bytes, smallestPage);
    if (request.bytes <= 0 || (request.fixed && !isPlace(request.hint, bytes))) return 'EINVAL';
    if (this.#vmas.size > this.#options.mostMappings) return 'ENOMEM';
    const start = this.#place(request, bytes);
    if (start === undefined || !this.#mayGrow(bytes - this.#vmas.bytesWithin(start, start + bytes))) return 'ENOMEM';
    this.#pages.drop(pageOf(start), pageOf(start + bytes));
    this.#vmas.map(start, start + bytes, vmaOf(request, start));
    return start;
  }

  /** munmap(2). Cutting a mapping in two needs room for one more. */
  munmap(start: number, bytes: number): 0 | Errno {
    const end = start + alignUp(bytes, smallestPage);
    if (!isPlace(start, bytes)) return 'EINVAL';
    if (this.#isFull() && this.#vmas.wouldSplit(start, end)) return 'ENOMEM';
    this.#vmas.unmap(start, end);
    this.#pages.drop(pageOf(start), pageOf(end));
    return 0;
  }

  /** mprotect(2): up to the first hole, where it fails. Pages stay. */
  mprotect(start: number, bytes: number, protection: Protection): 0 | Errno {
    return this.#change(start, bytes, (vma) => withProtection(vma, protection));
  }

  /** madvise(2) with MADV_NOHUGEPAGE. */
  adviseNoHugePage(start: number, bytes: number): 0 | Errno {
    return this.#change(start, bytes, (vma) => ({ ...vma, noHugePage: true }));
  }

  /** madvise(2) with MADV_DONTNEED: pages go now; the next touch takes a fault again. */
  adviseDontNeed(start: number, bytes: number): 0 | Errno {
    const end = start + alignUp(bytes, smallestPage);
    this.#pages.drop(pageOf(start), pageOf(end));
    return this.#vmas.covers(start, end) ? 0 : 'ENOMEM';
  }

  /** madvise(2) with MADV_FREE: pages may go later. Only for anonymous private memory. */
  adviseFree(start: number, bytes: number): 0 | Errno {
    const end = start + alignUp(bytes, smallestPage);
    const parts = this.#vmas.within(start, end);
    if (parts.some(({ value }) => value.sharers !== undefined)) return 'EINVAL';
    for (const part of parts) this.#pages.free(pageOf(part.start), pageOf(part.end));
    return this.#vmas.covers(start, end) ? 0 : 'ENOMEM';
  }

  /** Reads or writes every page of [start, start + bytes) until one is not allowed: then SIGSEGV. */
  touch(start: number, bytes: number, access: Access): Touched {
    const end = start + bytes;
    let [reached, faults] = [start, 0];
    for (const part of this.#vmas.within(start, end)) {
      if (part.start > reached || !allows(part.value, access)) break;
      faults += this.#pages.touch(Math.floor(pageOf(part.start)), Math.ceil(pageOf(part.end)), access, backing(part.value));
      reached = part.end;
    }
    return { faults, diedAt: reached < end ? reached : undefined };
  }

  /** The kernel runs short of memory: bytes of lazily freed pages it takes. */
  reclaim(): number {
    return this.#pages.reclaim() * smallestPage;
  }

  /** brk(2): the break afterwards; unchanged when the request is refused. */
  brk(wanted: number): number {
    const [now, next] = [alignUp(this.#brk, smallestPage), alignUp(wanted, smallestPage)];
    if (wanted < this.#options.heapStart || (next > now && !this.#mayGrowHeap(now, next))) return this.#brk;
    if (next < now) this.munmap(next, now - next);
    if (next > now) this.#vmas.map(now, next, heapVma);
    this.#brk = wanted;
    return this.#brk;
  }

  save(): SpaceCheckpoint {
    return { vmas: [...this.#vmas.entries()], pages: [...this.#pages.entries()], brk: this.#brk };
  }

  load({ vmas, pages, brk }: SpaceCheckpoint): void {
    this.#vmas.load(vmas);
    this.#pages.load(pages);
    this.#brk = brk;
  }

  #place({ hint, fixed }: MmapRequest, bytes: number): number | undefined {
    if (fixed) return hint;
    const wanted = hint === undefined ? undefined : alignUp(hint, smallestPage);
    if (isPlace(wanted, bytes) && this.#vmas.within(wanted, wanted + bytes).length === 0) return wanted;
    return placeTopDown(this.#vmas.entries(), this.#options.top, lowest, bytes, hint === undefined ? this.#options.align : 'none');
  }

  /** RLIMIT_AS counts every mapping, whether anyone may touch it or not (`mm/mmap.c:may_expand_vm`). */
  #mayGrow(bytes: number): boolean {
    return bytes <= 0 || this.virt + bytes <= this.#options.limitBytes;
  }

  #mayGrowHeap(from: number, to: number): boolean {
    return isPlace(from, to - from) && this.#vmas.within(from, to).length === 0 && this.#mayGrow(to - from) && this.#vmas.size <= this.#options.mostMappings;
  }

  #isFull(): boolean {
    return this.#vmas.size >= this.#options.mostMappings;
  }

  #change(start: number, bytes: number, change: (vma: Vma) => Vma): 0 | Errno {
    const end = start + alignUp(bytes, smallestPage);
    if (!isPlace(start, bytes)) return 'EINVAL';
    if (this.#isFull() && this.#vmas.wouldCut(start, end)) return 'ENOMEM';
    return this.#vmas.change(start, end, change) < end ? 'ENOMEM' : 0;
  }
}
