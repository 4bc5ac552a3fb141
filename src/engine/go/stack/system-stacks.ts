/** Stacks that no goroutine runs on and that never grow: a check that fails on one ends the program (`asm_amd64.s:morestack`, `badmorestackg0`, Go 1.27). */

/** What a thread made by the runtime runs the scheduler and the collector on (`proc.go:allocm`); the first thread and all threads of cgo have one of the system's. Bytes. */
export const g0Stack = 16_384;
/** What its signal handlers run on (`os_linux.go:mpreinit`). Bytes. */
export const gsignalStack = 32_768;
/** One for the whole program, to die on (`proc.go:schedinit`, `gcrash`). Bytes. */
export const gcrashStack = 16_384;

/** Bytes of stacks that a program with so many threads has for itself. */
export const systemStacks = (threads: number): number => threads * gsignalStack + (threads - 1) * g0Stack + gcrashStack;
