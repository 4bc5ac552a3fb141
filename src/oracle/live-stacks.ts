/** The goroutines of oracle/live/stack.go, whose stacks grow, beside a heap of ours. */
import type { HeapMachine, HeapOp } from '../engine/go/heap/heap-machine.ts';
import { DeadGs } from '../engine/go/stack/dead-gs.ts';
import { GoroutineStack } from '../engine/go/stack/goroutine-stack.ts';
import { stackPages } from '../engine/go/stack/mheap-pages.ts';
import { go127, type Growing } from '../engine/go/stack/newstack.ts';
import { fixedStack, isSmall, orderOf, stackCacheSize, stackOrders } from '../engine/go/stack/sizes.ts';
import { noStacks, StackAlloc, type SavedStacks, type Stack } from '../engine/go/stack/stack-alloc.ts';
import type { SavedPoolSpan } from '../engine/go/stack/stack-pool.ts';
import { drain } from '../engine/machine.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { warmUp } from './workload.ts';

type Fields = Readonly<Record<string, number>>;
export type Grow = Extract<RuntimeOp, { do: 'grow' }>;

/** Frames that Go 1.27.4 gives `small`, `medium` and `large` of oracle/live/stack.go, in bytes (`go tool objdump`). */
export const liveFrames = [128, 1032, 8032] as const;

/** The frame of the function that calls them, and how far above its stack pointer each of them has its variable. */
interface Port { readonly first: number; readonly local: number }
export const ports = { amd64: { first: 32, local: 8 }, wasm: { first: 24, local: 16 } } as const satisfies Record<string, Port>;

/** How many stacks an answer tells of: the last ones. */
const told = 4;

/** Goroutines of oracle/live/stack.go on one P, one after another: each calls itself deeper, and ends. */
export class LiveStacks {
  readonly #stacks: StackAlloc;
  readonly #dead: DeadGs;
  readonly #port: Port;
  readonly #growing: Growing;

  constructor(stacks: StackAlloc, port: Port, growing = go127) {
    [this.#stacks, this.#dead, this.#port, this.#growing] = [stacks, new DeadGs(stacks), port, growing];
  }

  /** Marking begins: spans of stacks stay what they are. */
  markStarts(): void { this.#stacks.markStarts(); }

  /** Marking is done: dead goroutines that the P gave away have lost their stacks, spans without a stack in use go. */
  markEnds(): void {
    this.#dead.freeStacks();
    this.#stacks.markEnds();
  }

  /** A goroutine has its stack as soon as there is `go` (`proc.go:newproc1`). */
  begin(): Stack { return this.#dead.take() ?? this.#stacks.alloc(fixedStack); }

  /** How many stacks a goroutine was seen on, and of the last ones where the first variable on it lay, its lowest address and its end. */
  grow({ depth, frame }: Grow, first = this.begin()): Fields {
    const goroutine = GoroutineStack.start(this.#stacks, first, this.#growing, this.#port.first);
    const seen: (readonly number[])[] = [];
    for (let call = 0; call <= depth; call++) {
      drain(goroutine.call(liveFrames[frame]!, 1));
      const { sp, stack: { lo, hi } } = goroutine;
      if (seen.at(-1)?.[1] !== lo) seen.push([sp + this.#port.local, lo, hi]);
    }
    this.#dead.put(goroutine.stack);
    return Object.fromEntries([['stacks', seen.length], ...seen.slice(-told).flat().map((value, i) => [`v${i}`, value] as const)]);
  }
}

/** Every span there is at rest, those among them that are cut into stacks: inputs. */
export const asksSpans = Array.from({ length: 80 }, (_, index): RuntimeOp => ({ do: 'span', index }));

/** A span that has pages for stacks (`mSpanManual`). */
const spanManual = 2;

/** The pools of small stacks at rest, where no P keeps any. A span hands out its highest stack first, so the lowest ones are free. */
function poolsIn(answers: readonly RuntimeAnswer[]): SavedStacks['pools'] {
  const pools: { spans: SavedPoolSpan[]; open: number[] }[] = Array.from({ length: stackOrders }, () => ({ spans: [], open: [] }));
  for (const { state, base, elemSize, allocCount } of answers as readonly Fields[]) {
    if (state !== spanManual || !isSmall(elemSize!)) continue;
    const { spans, open } = pools[orderOf(elemSize!)]!;
    open.push(spans.length);
    spans.push({ base: base!, free: Array.from({ length: stackCacheSize / elemSize! - allocCount! }, (_, i) => base! + i * elemSize!) });
  }
  return pools;
}

/** Beside a heap at rest, on its pages; the answers to {@link asksSpans} follow those to the warming up. `growing` may be wrong, to see that it is noticed. */
export function stacksBeside({ heap, cache }: HeapMachine, real: readonly RuntimeAnswer[], growing = go127): LiveStacks {
  const pages = { alloc: (npages: number) => ({ page: heap.allocManual(npages, 'stack', cache), needzero: true }), free: heap.freeManual.bind(heap) };
  const pools = poolsIn(real.slice(warmUp.length, warmUp.length + asksSpans.length));
  return new LiveStacks(new StackAlloc(stackPages(pages, [cache]), { ...noStacks(), pools }), ports.wasm, growing);
}

/** What `go` allocates for `grow`: its function's two variables, garbage when it has ended; and for the first goroutine, a `g` (on wasm). */
const closure = { do: 'allocate', slot: -1, size: 16, pointers: false } as const;
const g = { do: 'allocate', slot: -2, size: 448, pointers: true } as const;

export const madeForGo = (isFirst: boolean): readonly HeapOp[] => (isFirst ? [closure, g] : [closure]);
/** The goroutine has ended: nobody holds its function any more. */
export const ended: HeapOp = { do: 'drop', slot: closure.slot };
