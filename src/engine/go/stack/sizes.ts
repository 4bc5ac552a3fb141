/** Sizes of stacks on 64-bit Linux and WebAssembly, in bytes (`stack.go`, `internal/abi/stack.go`, Go 1.27). Windows, Plan 9 and iOS add to them. */

/** The smallest stack, and that of a goroutine that no dead one lends its own (`stackMin`, `fixedStack`). */
export const fixedStack = 2048;
/** How much a chain of functions that do not check may use (`abi.StackNosplitBase`). */
export const stackNosplit = 800;
/** A frame of up to so many bytes is not reckoned with in the check (`abi.StackSmall`). */
export const stackSmall = 128;
/** From here on a frame may be larger than the address it is subtracted from (`abi.StackBig`). */
export const stackBig = 4096;
/** From a stack's lowest address to what the stack pointer must stay above (`stackGuard`). */
export const stackGuard = stackNosplit + stackSmall;

/** Sizes of small stacks: 2, 4, 8 and 16 KiB (`_NumStackOrders`). */
export const stackOrders = 4;
/** Bytes of a span that small stacks are cut from, and how many bytes of one order a P keeps for itself (`_StackCacheSize`). */
export const stackCacheSize = 32_768;

/** A stack larger than this is never made (`proc.go:main`). Sizes are powers of two: the largest there is has 512 MiB. */
export const maxStackSize = 1_000_000_000;

/** Bytes a call adds to its function's frame: the address to return to. */
export const returnAddress = 8;
/** What lies above a goroutine's first function: four words left free and the address of `goexit` (`proc.go:newproc1`). */
export const goexitBytes = 40;

/** Whether a stack of this size shares a span with others. */
export const isSmall = (size: number): boolean => size < stackCacheSize;
/** Which of the small sizes this is. */
export const orderOf = (size: number): number => Math.log2(size / fixedStack);
