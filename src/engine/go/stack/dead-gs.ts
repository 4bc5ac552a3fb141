import { fixedStack, maxStackSize, stackGuard } from './sizes.ts';
import type { Stack, StackAlloc } from './stack-alloc.ts';

/** A goroutine that has ended: the `g` stays for the next one, with its stack or without. */
export interface DeadG { readonly stack: Stack | undefined }

/** Last in, first out. */
export interface SavedDeadGs {
  readonly local: readonly DeadG[];
  readonly withStack: readonly DeadG[];
  readonly without: readonly DeadG[];
  /** Bytes a reused goroutine begins with (`startingStackSize`). */
  readonly starting: number;
}

const bare: DeadG = { stack: undefined };

export const noDeadGs: SavedDeadGs = { local: [], withStack: [], without: [], starting: fixedStack };

/** From so many dead goroutines on a P gives some away, down to fewer than half of them. */
const mostOfAP = 64;

/** Dead goroutines of one P, and those it gave away (`proc.go:gfput`, `gfget`, `mgcmark.go:markrootFreeGStacks`, Go 1.27). */
export class DeadGs {
  readonly #stacks: StackAlloc;
  readonly #local: DeadG[];
  readonly #withStack: DeadG[];
  readonly #without: DeadG[];
  #starting: number;

  constructor(stacks: StackAlloc, { local, withStack, without, starting }: SavedDeadGs = noDeadGs) {
    this.#stacks = stacks;
    [this.#local, this.#withStack, this.#without, this.#starting] = [[...local], [...withStack], [...without], starting];
  }

  get count(): number { return this.#local.length + this.#withStack.length + this.#without.length; }
  get starting(): number { return this.#starting; }

  /** How many of them keep a stack. */
  get stacks(): number { return this.#withStack.length + this.#local.filter(({ stack }) => stack).length; }

  /** A goroutine ends: a stack of any but the starting size goes at once. */
  put(stack: Stack): void {
    const keeps = stack.hi - stack.lo === this.#starting;
    if (!keeps) this.#stacks.free(stack);
    this.#local.push(keeps ? { stack } : bare);
    if (this.#local.length < mostOfAP) return;
    while (this.#local.length >= mostOfAP / 2) this.#give(this.#local.pop()!);
  }

  /** The stack of a dead goroutine that lives again, of the starting size; undefined where there is none. */
  take(): Stack | undefined {
    if (this.#local.length === 0) this.#moveBatch();
    const dead = this.#local.pop();
    if (!dead) return undefined;
    const { stack } = dead;
    if (stack && stack.hi - stack.lo === this.#starting) return stack;
    if (stack) this.#stacks.free(stack);
    return this.#stacks.alloc(this.#starting);
  }

  /** A collection takes the stacks of those that Ps gave away. */
  freeStacks(): void {
    while (this.#withStack.length > 0) {
      this.#stacks.free(this.#withStack.pop()!.stack!);
      this.#without.push(bare);
    }
  }

  /** A collection has scanned stacks: so many, so many bytes. The next reused goroutine begins with their average size (Go 1.19 and later). */
  scanned(bytes: number, count: number): void { this.#starting = startingStackSize(bytes, count); }

  save(): SavedDeadGs { return { local: [...this.#local], withStack: [...this.#withStack], without: [...this.#without], starting: this.#starting }; }

  #give(dead: DeadG): void { (dead.stack ? this.#withStack : this.#without).push(dead); }

  /** Up to 32, those with stacks first. */
  #moveBatch(): void {
    while (this.#local.length < mostOfAP / 2) {
      const dead = this.#withStack.pop() ?? this.#without.pop();
      if (!dead) return;
      this.#local.push(dead);
    }
  }
}

/** The power of two above the average of the bytes scanned and the guard (`stack.go:gcComputeStartingStackSize`). */
export function startingStackSize(bytes: number, count: number): number {
  if (count === 0) return fixedStack;
  const average = Math.floor(bytes / count) + stackGuard;
  return 2 ** Math.ceil(Math.log2(Math.min(maxStackSize, Math.max(fixedStack, average))));
}
