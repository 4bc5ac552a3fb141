import type { Goroutine } from './goroutine.ts';

/** An assist scans at least so many bytes, so that its goroutine need not come back soon (`mgcmark.go:gcOverAssistWork`). */
export const gcOverAssistWork = 64 * 2 ** 10;

/** The price: bytes to scan for each byte allocated, and the other way round. */
interface Price { readonly workPerByte: number; readonly bytesPerWork: number }

/** What the workers have scanned in advance, and goroutines that wait for it (`mgcmark.go:gcAssistAlloc`, `gcFlushBgCredit`, Go 1.27). */
export class AssistCredit {
  readonly #price: Price;
  /** Bytes scanned that nobody owed. */
  bgScanCredit = 0;
  /** Goroutines in debt, which wait. */
  #queue: Goroutine[] = [];

  constructor(price: Price) { this.#price = price; }

  get waiting(): number { return this.#queue.length; }

  /** Pays what `g` owes out of the credit, as far as it goes. Returns the bytes it must scan itself, and those it took. */
  take(g: Goroutine): { readonly left: number; readonly stolen: number } {
    const { workPerByte, bytesPerWork } = this.#price;
    const owed = Math.floor(workPerByte * -g.assistBytes);
    const work = Math.max(owed, gcOverAssistWork);
    const stolen = Math.min(Math.max(this.bgScanCredit, 0), work);
    if (stolen === work) g.assistBytes += work === owed ? -g.assistBytes : Math.floor(bytesPerWork * work);
    else if (stolen > 0) this.paid(g, stolen);
    this.bgScanCredit -= stolen;
    return { left: work - stolen, stolen };
  }

  /** So much was scanned for `g`; rounded up, so that it always counts. */
  paid(g: Goroutine, work: number): void { g.assistBytes += 1 + Math.floor(this.#price.bytesPerWork * work); }

  /** It waits until a worker has earned something (`gcParkAssist`). */
  park(g: Goroutine): void { this.#queue.push(g); }

  /** A worker has scanned so much: first for those who wait, one that it does not suffice for going to the back. Returns whom it pays. */
  flush(work: number): readonly Goroutine[] {
    const paid: Goroutine[] = [];
    let bytes = Math.floor(work * this.#price.bytesPerWork);
    if (this.#queue.length === 0) {
      this.bgScanCredit += work;
      return paid;
    }
    while (bytes > 0) {
      const g = this.#queue.shift();
      if (!g) break;
      if (bytes + g.assistBytes < 0) {
        g.assistBytes += bytes;
        this.#queue.push(g);
        return paid;
      }
      bytes += g.assistBytes;
      g.assistBytes = 0;
      paid.push(g);
    }
    this.bgScanCredit += Math.floor(bytes * this.#price.workPerByte);
    return paid;
  }

  /** Marking is over: nobody owes anything (`gcWakeAllAssists`). */
  wakeAll(): readonly Goroutine[] {
    const all = this.#queue;
    this.#queue = [];
    return all;
  }
}
