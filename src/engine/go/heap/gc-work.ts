/** Pointers that one buffer holds (`mgcwork.go:workbuf`). */
const workbufPointers = 253;
/** A buffer with more than these is shared out (`mgcwork.go:balance`). */
const worthSharing = 4;

/** Grey objects of one P, in buffers: two of its own, and full ones that any P may take (`mgcwork.go:gcWork`, Go 1.27). */
export class GcWork {
  #own: number[] = [];
  #other: number[] = [];
  readonly #full: number[][] = [];

  put(addr: number): void {
    if (this.#own.length === workbufPointers) this.#swap();
    if (this.#own.length === workbufPointers) {
      this.#full.push(this.#own);
      this.#own = [];
    }
    this.#own.push(addr);
  }

  /** The newest of the buffer at hand (`tryGetObjFast`). */
  getFast(): number | undefined { return this.#own.pop(); }

  /** The newest of any buffer (`tryGetObj`). */
  get(): number | undefined {
    if (this.#own.length === 0) this.#swap();
    if (this.#own.length === 0) this.#own = this.#full.pop() ?? [];
    return this.#own.pop();
  }

  /** Where other Ps would find nothing, a buffer is given up, or the older half of one. */
  balance(): void {
    if (this.#full.length > 0) return;
    if (this.#other.length > 0) {
      this.#full.push(this.#other);
      this.#other = [];
    } else if (this.#own.length > worthSharing) this.#full.push(this.#own.splice(0, Math.ceil(this.#own.length / 2)));
  }

  #swap(): void { [this.#own, this.#other] = [this.#other, this.#own]; }
}
