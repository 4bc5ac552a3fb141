/** Words a page holds: 512 of 8 bytes, as on a 4 KiB page of memory. */
const perPage = 512;

type Page = Int32Array | Float64Array;

/** Pages as they stood; shared with the memory until it writes to them. */
export type SavedWords = readonly Page[];

/**
 * Memory as a row of numbered words, zero until written, and cheap to save: a checkpoint takes the pages themselves,
 * and the next write to one of them copies it first (copy on write).
 */
export class Words {
  readonly #fresh: () => Page;
  readonly #zero: Page;
  #pages: Page[] = [];
  /** 1: this page is in no checkpoint, and may be written. */
  #own: Uint8Array = new Uint8Array(16);

  /** `Int32Array` for heaps below 2 GiB, `Float64Array` where a word is any whole number. */
  constructor(kind: new (length: number) => Page) {
    this.#fresh = () => new kind(perPage);
    this.#zero = this.#fresh();
  }

  get(index: number): number {
    const page = this.#pages[index >>> 9];
    return page === undefined ? 0 : page[index & 511]!;
  }

  set(index: number, value: number): void {
    const page = index >>> 9;
    if (this.#own[page] !== 1) this.#takeOver(page);
    this.#pages[page]![index & 511] = value;
  }

  save(): SavedWords {
    this.#own.fill(0);
    return this.#pages.slice();
  }

  load(saved: SavedWords): void {
    this.#pages = saved.slice();
    this.#own = new Uint8Array(Math.max(16, saved.length));
  }

  #takeOver(page: number): void {
    while (this.#pages.length <= page) this.#pages.push(this.#zero);
    if (page >= this.#own.length) {
      const own = new Uint8Array(page * 2);
      own.set(this.#own);
      this.#own = own;
    }
    const before = this.#pages[page]!;
    this.#pages[page] = before === this.#zero ? this.#fresh() : before.slice();
    this.#own[page] = 1;
  }
}
