import { drain, ProgramError, type Machine } from '../../machine.ts';
import { DeadGs, type SavedDeadGs } from './dead-gs.ts';
import { allgadd, allGsAtStart, closureBytes, gBytes, sudogBytes, type AllGs } from './goroutine-costs.ts';
import { firstFrame, GoroutineStack } from './goroutine-stack.ts';
import { LoosePages, type SavedLoosePages } from './loose-pages.ts';
import { fixedStack, goexitBytes, returnAddress } from './sizes.ts';
import { StackAlloc, type SavedStacks, type Stack } from './stack-alloc.ts';
import { parkedBelow } from './stack-tape.ts';

/** So many goroutines start, each goes so many bytes deep (0: it calls nothing) and waits; all end; a collection; `debug.FreeOSMemory`. */
export type BillOp =
  | { readonly do: 'go'; readonly count: number; readonly bytes: number }
  | { readonly do: 'end' | 'collect' | 'free' };

/** Bytes more than at the start: spans of stacks, and objects of the heap (`StackInuse`, `HeapAlloc`). */
export interface BillAnswer { readonly stackInuse: number; readonly heapAlloc: number }

export type BillEvent = { readonly [Kind in BillOp['do']]: { readonly kind: Kind; readonly bill: Bill } }[BillOp['do']];

/** Bytes, by what they are. */
export interface Bill {
  readonly after: BillOp['do'] | 'start';
  readonly goroutines: number;
  readonly dead: number;
  /** Dead ones that keep a stack. */
  readonly kept: number;
  /** Spans of stacks, of living goroutines and of dead ones. */
  readonly stacks: number;
  readonly deadStacks: number;
  readonly gs: number;
  readonly allgs: number;
  readonly sudogs: number;
  /** Dead: what `go` was given, what outgrown lists were, what nobody waits with. */
  readonly garbage: number;
  /** Nobody's, and still in memory. */
  readonly idle: number;
}

export interface BillPicture { readonly bills: readonly Bill[] }

interface Saved { readonly pages: SavedLoosePages; readonly stacks: SavedStacks; readonly dead: SavedDeadGs; readonly living: readonly Stack[]; readonly allgs: AllGs; readonly counts: Counts; readonly bills: readonly Bill[] }
interface Counts { readonly waiting: number; readonly idleSudogs: number; readonly closures: number; readonly retained: number; readonly depth: number }

/** Most goroutines that may live at once, and that one program may start: as many as a page runs while nobody notices. */
export const mostGoroutines = 200_000;

const nothing: Bill = { after: 'start', goroutines: 0, dead: 0, kept: 0, stacks: 0, deadStacks: 0, gs: 0, allgs: 0, sudogs: 0, garbage: 0, idle: 0 };

/**
 * What goroutines cost while they wait on a channel, when they have ended, after a collection, and when free memory has gone back
 * (linux/amd64, one P, Go 1.27). A P's first sudog is not made anew; the channel, as large as one, is counted in its place.
 */
export class GoroutineBill implements Machine<BillOp, BillEvent, BillAnswer, BillPicture, Saved> {
  #pages = new LoosePages();
  #stacks = new StackAlloc(this.#pages);
  #dead = new DeadGs(this.#stacks);
  #living: Stack[] = [];
  #allgs = allGsAtStart;
  #counts: Counts = { waiting: 0, idleSudogs: 0, closures: 0, retained: 0, depth: 0 };
  #bills: readonly Bill[] = [nothing];

  *run(op: BillOp): Generator<BillEvent, BillAnswer, void> {
    this.#one(op);
    const bill = this.#bill(op.do);
    this.#bills = [...this.#bills, bill];
    yield { kind: op.do, bill };
    return { stackInuse: bill.stacks + bill.deadStacks, heapAlloc: bill.gs + bill.allgs + bill.sudogs + bill.garbage };
  }

  apply(op: BillOp): BillAnswer { return drain(this.run(op)); }

  save(): Saved {
    return { pages: this.#pages.save(), stacks: this.#stacks.save(), dead: this.#dead.save(), living: [...this.#living], allgs: this.#allgs, counts: this.#counts, bills: this.#bills };
  }

  load({ pages, stacks, dead, living, allgs, counts, bills }: Saved): void {
    this.#pages = new LoosePages(pages);
    this.#stacks = new StackAlloc(this.#pages, stacks);
    this.#dead = new DeadGs(this.#stacks, dead);
    [this.#living, this.#allgs, this.#counts, this.#bills] = [[...living], allgs, counts, bills];
  }

  picture(): BillPicture { return { bills: this.#bills }; }

  #one(op: BillOp): void {
    switch (op.do) {
      case 'go': this.#go(op.count, op.bytes); return;
      case 'end': this.#end(); return;
      case 'collect': this.#collect(); return;
      case 'free': this.#counts = { ...this.#counts, retained: 0 }; return;
    }
  }

  /** Each gets a dead goroutine's stack, or is new (`proc.go:newproc1`). */
  #go(count: number, bytes: number): void {
    if (this.#living.length + count > mostGoroutines) throw new ProgramError('many', `more than ${mostGoroutines} goroutines`, { line: 1 }, { most: mostGoroutines });
    let made = 0;
    for (let i = 0; i < count; i++) {
      const reused = this.#dead.take();
      if (!reused) made++;
      this.#living.push(this.#grown(reused ?? this.#stacks.alloc(fixedStack), bytes));
    }
    this.#allgs = allgadd(this.#allgs, made);
    const { waiting, idleSudogs, closures } = this.#counts;
    this.#counts = { ...this.#counts, waiting: waiting + count, idleSudogs: Math.max(0, idleSudogs - count), closures: closures + count, depth: bytes };
  }

  #grown(stack: Stack, bytes: number): Stack {
    if (bytes === 0) return stack;
    const goroutine = GoroutineStack.start(this.#stacks, stack);
    drain(goroutine.call(bytes - returnAddress, 1));
    return goroutine.stack;
  }

  #end(): void {
    for (const stack of this.#living.splice(0)) this.#dead.put(stack);
    const { waiting, idleSudogs } = this.#counts;
    this.#counts = { ...this.#counts, waiting: 0, idleSudogs: idleSudogs + waiting };
  }

  #collect(): void {
    this.#stacks.markStarts();
    this.#dead.freeStacks();
    this.#dead.scanned(this.#living.length * (goexitBytes + firstFrame + this.#counts.depth + parkedBelow), this.#living.length);
    this.#stacks.markEnds();
    this.#allgs = { ...this.#allgs, outgrown: 0 };
    this.#counts = { ...this.#counts, idleSudogs: 0, closures: 0 };
  }

  /** What was in use once and was not given back since is still in memory. */
  #bill(after: Bill['after']): Bill {
    const { waiting, idleSudogs, closures, retained } = this.#counts;
    const gs = this.#allgs.length - allGsAtStart.length;
    const { inUse } = this.#stacks;
    const living = this.#living.reduce((sum, { lo, hi }) => sum + hi - lo, 0);
    const garbage = closures * closureBytes + this.#allgs.outgrown + idleSudogs * sudogBytes;
    const bill = { after, goroutines: this.#living.length, dead: gs - this.#living.length, kept: this.#dead.stacks, garbage, stacks: Math.min(living, inUse), deadStacks: Math.max(0, inUse - living), gs: gs * gBytes, allgs: this.#allgs.bytes, sudogs: waiting * sudogBytes };
    const used = bytesOf(bill);
    this.#counts = { ...this.#counts, retained: Math.max(retained, used) };
    return { ...bill, idle: this.#counts.retained - used };
  }
}

/** All bytes that somebody has. */
const bytesOf = ({ stacks, deadStacks, gs, allgs, sudogs, garbage }: Omit<Bill, 'idle'>): number => stacks + deadStacks + gs + allgs + sudogs + garbage;
