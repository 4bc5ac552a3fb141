/** A slot that points nowhere. */
export const nil = -1;

/** Pointers that the buffer of a P holds (`mwbbuf.go:wbBufEntries`). */
export const wbBufEntries = 512;

/** What stores left behind for the collector to look at: the pointer that was overwritten and the one that was written, of each (`mwbbuf.go:wbBuf`, Go 1.27). */
export class BarrierBuffer {
  #pointers: number[] = [];

  get length(): number { return this.#pointers.length; }

  /** Whether two more have room. If not, the buffer is flushed before the store (`get2`). */
  get full(): boolean { return this.#pointers.length + 2 > wbBufEntries; }

  /** No object is looked at, and nil is noted as well. */
  put2(old: number, ptr: number): void { this.#pointers.push(old, ptr); }

  /** Takes out what is in it, less what points nowhere (`wbBufFlush1`). */
  take(): readonly number[] {
    const pointers = this.#pointers.filter((ptr) => ptr !== nil);
    this.#pointers = [];
    return pointers;
  }
}
