/** What a memory cgroup charges, in either version of the interface (Linux, Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst). */

/** Bytes charged to all processes of a cgroup together. Undefined where the text did not tell. */
export interface Charge {
  /** `memory.current`, or `memory.usage_in_bytes` in version 1. */
  readonly usage: number | undefined;
  /** Memory of processes without a file: `anon`; `rss` in version 1. */
  readonly anon: number;
  /** The page cache, mapped or not, tmpfs and shared memory too: `file`; `cache` in version 1. */
  readonly file: number;
  /** Of `file`: pages that some process has mapped. `file_mapped`; `mapped_file` in version 1. */
  readonly mapped: number | undefined;
  /** Of `file`: pages the kernel takes first. Both versions: `inactive_file`. */
  readonly inactiveFile: number;
  readonly activeFile: number;
  /** Page tables, kernel stacks, slabs, sockets: `kernel`, since Linux 5.18. Version 1 tells it in `memory.kmem.usage_in_bytes`. */
  readonly kernel: number | undefined;
}

/**
 * What Kubernetes reports and evicts by: usage less `inactive_file`, never below zero
 * (cAdvisor, container/libcontainer/handler.go:setMemoryStats).
 */
export function workingSet({ usage, inactiveFile }: Pick<Charge, 'usage' | 'inactiveFile'>): number | undefined {
  return usage === undefined ? undefined : Math.max(0, usage - inactiveFile);
}

/** The usage that is neither of processes nor of files: the kernel's own, and pages charged to a CPU in advance. */
export function unexplained({ usage, anon, file, kernel = 0 }: Charge): number | undefined {
  return usage === undefined ? undefined : usage - anon - file - kernel;
}
