/**
 * The pages of 2 MiB of anonymous memory at a multiple of that, where the kernel may put one huge page in the place of 512
 * small ones (Documentation/admin-guide/mm/transhuge.rst, mm/huge_memory.c, mm/khugepaged.c; Linux 6.18).
 */

/** Small pages in a huge one, and KiB of a small one. */
export const regionPages = 512;
export const pageKiB = 4;

/** `/sys/kernel/mm/transparent_hugepage/enabled`. */
export type Enabled = 'always' | 'madvise' | 'never';
/** What the program asked for with madvise: nothing, MADV_HUGEPAGE, MADV_NOHUGEPAGE. */
export type Advice = 'none' | 'huge' | 'nohuge';

export interface HugeOptions {
  readonly enabled: Enabled;
  /** `khugepaged/max_ptes_none`: of the 512, so many may be missing. */
  readonly maxPtesNone: number;
}

/** What a visit of khugepaged or MADV_COLLAPSE came to, or why it came to nothing. */
export type Collapse = 'made' | 'huge already' | 'not allowed' | 'too many missing' | 'nothing there';

export interface SavedRegion { readonly present: Uint8Array; readonly written: Uint8Array; readonly huge: boolean; readonly table: boolean; readonly advice: Advice }

export class HugeRegion {
  readonly #options: HugeOptions;
  #present = new Uint8Array(regionPages);
  /** Pages the program wrote and has not given back since. */
  #written = new Uint8Array(regionPages);
  #huge = false;
  /** There is a table of small pages: a fault fills one entry of it. */
  #table = false;
  advice: Advice = 'none';

  constructor(options: HugeOptions) { this.#options = options; }

  get isHuge(): boolean { return this.#huge; }
  get present(): number { return this.#present.reduce((sum, one) => sum + one, 0); }
  get written(): number { return this.#written.reduce((sum, one) => sum + one, 0); }
  isPresent(page: number): boolean { return this.#present[page] === 1; }
  isWritten(page: number): boolean { return this.#written[page] === 1; }

  /** Whether a fault or khugepaged may make a huge page here (`mm/huge_memory.c:__thp_vma_allowable_orders`). */
  get isAllowed(): boolean {
    const { enabled } = this.#options;
    return this.advice !== 'nohuge' && (enabled === 'always' || (enabled === 'madvise' && this.advice === 'huge'));
  }

  /** Writes pages [from, to). Returns how many came in: a fault where nothing is mapped may bring all 512. */
  write(from: number, to: number): number {
    const before = this.present;
    for (let page = from; page < to; page++) {
      if (!this.#present[page]) this.#fault(page);
      this.#written[page] = 1;
    }
    return this.present - before;
  }

  #fault(page: number): void {
    if (!this.#table && this.isAllowed) this.#make();
    else {
      this.#table = true;
      this.#present[page] = 1;
    }
  }

  /** MADV_DONTNEED on pages [from, to). A huge page of which only a part goes is split; a table that is emptied as a whole goes too. */
  free(from: number, to: number): number {
    const before = this.present;
    const whole = from === 0 && to === regionPages;
    if (before > 0) this.#table = !whole;
    this.#huge = this.#huge && whole && before === 0;
    this.#present.fill(0, from, to);
    this.#written.fill(0, from, to);
    return before - this.present;
  }

  /** A visit of khugepaged: a huge page, if it may be one and few enough small ones are missing (`mm/khugepaged.c:hpage_collapse_scan_pmd`). */
  khugepaged(): Collapse {
    if (this.#huge) return 'huge already';
    if (!this.isAllowed) return 'not allowed';
    if (this.present === 0) return 'nothing there';
    if (regionPages - this.present > this.#options.maxPtesNone) return 'too many missing';
    return this.#make();
  }

  /** MADV_COLLAPSE: at once, whatever the settings; only MADV_NOHUGEPAGE forbids it. */
  collapse(): Collapse {
    if (this.#huge) return 'huge already';
    if (this.advice === 'nohuge') return 'not allowed';
    return this.present === 0 ? 'nothing there' : this.#make();
  }

  #make(): 'made' {
    this.#huge = true;
    this.#table = false;
    this.#present.fill(1);
    return 'made';
  }

  save(): SavedRegion {
    return { present: this.#present.slice(), written: this.#written.slice(), huge: this.#huge, table: this.#table, advice: this.advice };
  }

  load({ present, written, huge, table, advice }: SavedRegion): void {
    [this.#present, this.#written, this.#huge, this.#table, this.advice] = [present.slice(), written.slice(), huge, table, advice];
  }
}
