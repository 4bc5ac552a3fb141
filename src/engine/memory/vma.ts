/** One mapping of a process as the kernel keeps it (`struct vm_area_struct`), and the request that makes it. */
import { smallestPage } from './mapping.ts';
import type { Access, Backing } from './resident.ts';

/** What may be done with a mapping, as maps prints it without the last letter: `rw-`, `---`. */
export type Protection = `${'r' | '-'}${'w' | '-'}${'x' | '-'}`;

export interface Vma {
  readonly protection: Protection;
  readonly isShared: boolean;
  /** A file's name, `[heap]`, or empty. */
  readonly name: string;
  /** For files: offset less address, the same all along a mapping. */
  readonly delta: number;
  /** Processes that map the same pages, this one included; undefined for anonymous private memory. */
  readonly sharers: number | undefined;
  /** Once writable and private (VM_ACCOUNT): kept when mprotect takes the right to write, and apart from what never was. */
  readonly accounted: boolean;
  /** MADV_NOHUGEPAGE keeps a mapping apart from its neighbours. */
  readonly noHugePage: boolean;
}

export interface MmapRequest {
  readonly bytes: number;
  readonly protection: Protection;
  /** Taken when the place is free; with `fixed` whatever is there gives way. */
  readonly hint?: number;
  readonly fixed?: boolean;
  readonly isShared?: boolean;
  readonly file?: { readonly name: string; readonly offset: number; readonly sharers: number };
}

/** Lowest address a process may map (vm.mmap_min_addr). */
export const lowest = 0x10000;
/** End of the addresses of a process on amd64. */
export const highest = 2 ** 47 - smallestPage;

/** Whether mappings may lie there: whole pages, inside the addresses of a process. */
export function isPlace(start: number | undefined, bytes: number): start is number {
  return start !== undefined && start % smallestPage === 0 && start >= lowest && bytes > 0 && start + bytes <= highest;
}

/** The mapping a request makes at an address. Shared memory without a file has pages like a file's. */
export function vmaOf({ protection, isShared = false, file }: MmapRequest, start: number): Vma {
  const sharers = file?.sharers ?? (isShared ? 1 : undefined);
  return { protection, isShared, name: file?.name ?? '', delta: file ? file.offset - start : 0, sharers, accounted: isAccounted(protection, isShared), noHugePage: false };
}

/** The same mapping with other rights (`mm/mprotect.c:mprotect_fixup`). */
export function withProtection(vma: Vma, protection: Protection): Vma {
  return { ...vma, protection, accounted: vma.accounted || isAccounted(protection, vma.isShared) };
}

function isAccounted(protection: Protection, isShared: boolean): boolean {
  return protection[1] === 'w' && !isShared;
}

/** The heap that brk(2) moves. */
export const heapVma: Vma = { protection: 'rw-', isShared: false, name: '[heap]', delta: 0, sharers: undefined, accounted: true, noHugePage: false };

/** Whether two neighbours are one mapping (`mm/vma.c:can_vma_merge_before`, less what only forks can tell). */
export function sameVma(a: Vma, b: Vma): boolean {
  return a.protection === b.protection && a.isShared === b.isShared && a.name === b.name
    && a.delta === b.delta && a.sharers === b.sharers && a.accounted === b.accounted && a.noHugePage === b.noHugePage;
}

/** What a first touch of the mapping brings. */
export function backing({ sharers, isShared }: Vma): Backing {
  return { sharers, isPrivate: !isShared };
}

export function allows({ protection }: Vma, access: Access): boolean {
  return access === 'read' ? protection !== '---' : protection[1] === 'w';
}
