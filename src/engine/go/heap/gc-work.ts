/** Pointers that one buffer holds (`mgcwork.go:workbuf`). */
const workbufPointers = 253;
/** A buffer with more than these is shared out (`mgcwork.go:balance`). */
const worthSharing = 4;

/** Grey objects of one P, in buffers: two of its own, and full ones that any P may take (`mgcwork.go:gcWork`, Go 1.27). */
export class GcWork {
  #own: number[] = [];
  #other: number[] = [];
  readonly #full: number[][];
  /** Whether it gave buffers up since the end of marking was last asked for. */
  flushedWork = false;

  /** `full` are the buffers that all Ps share; a P alone needs none given. */
  constructor(full: number[][] = []) { this.#full = full; }

  get empty(): boolean { return this.#own.length === 0 && this.#other.length === 0; }

  /** Returns whether a full buffer was given up. */
  put(addr: number): boolean {
    if (this.#own.length === workbufPointers) this.#swap();
    const full = this.#own.length === workbufPointers;
    if (full) {
      this.#giveUp(this.#own);
      this.#own = [];
    }
    this.#own.push(addr);
    return full;
  }

  /** The newest of the buffer at hand (`tryGetObjFast`). */
  getFast(): number | undefined { return this.#own.pop(); }

  /** The newest of any buffer (`tryGetObj`). */
  get(): number | undefined {
    if (this.#own.length === 0) this.#swap();
    if (this.#own.length === 0) this.#own = this.#full.pop() ?? [];
    return this.#own.pop();
  }

  /** Where other Ps would find nothing, a buffer is given up, or the older half of one. Returns whether it was. */
  balance(): boolean {
    if (this.#full.length > 0) return false;
    if (this.#other.length > 0) {
      this.#giveUp(this.#other);
      this.#other = [];
      return true;
    }
    if (this.#own.length <= worthSharing) return false;
    this.#giveUp(this.#own.splice(0, Math.ceil(this.#own.length / 2)));
    return true;
  }

  /** Gives up all it has (`dispose`). */
  dispose(): void {
    for (const buffer of [this.#own, this.#other]) if (buffer.length > 0) this.#giveUp(buffer);
    [this.#own, this.#other] = [[], []];
  }

  #giveUp(buffer: number[]): void {
    this.#full.push(buffer);
    this.flushedWork = true;
  }

  #swap(): void { [this.#own, this.#other] = [this.#other, this.#own]; }
}
