import { HeapMachine } from '../engine/go/heap/heap-machine.ts';
import { GoroutineStack } from '../engine/go/stack/goroutine-stack.ts';
import { DeadGs } from '../engine/go/stack/dead-gs.ts';
import { stackPages } from '../engine/go/stack/mheap-pages.ts';
import { go127, type Growing } from '../engine/go/stack/newstack.ts';
import { fixedStack, isSmall, orderOf, stackCacheSize, stackOrders } from '../engine/go/stack/sizes.ts';
import { noStacks, StackAlloc, type SavedStacks } from '../engine/go/stack/stack-alloc.ts';
import type { SavedPoolSpan } from '../engine/go/stack/stack-pool.ts';
import { drain } from '../engine/machine.ts';
import { random } from '../engine/random.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { heapOp, heapProgram, warmUp, workloads, type Workload } from './workload.ts';

type Fields = Readonly<Record<string, number>>;
type Grow = Extract<RuntimeOp, { do: 'grow' }>;

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

  /** A whole collection: dead goroutines that the P gave away lose their stacks, spans without a stack in use go. */
  collected(): void {
    this.#stacks.markStarts();
    this.#dead.freeStacks();
    this.#stacks.markEnds();
  }

  /** How many stacks a goroutine was seen on, and of the last ones where the first variable on it lay, its lowest address and its end. */
  grow({ depth, frame }: Grow): Fields {
    const goroutine = GoroutineStack.start(this.#stacks, this.#dead.take() ?? this.#stacks.alloc(fixedStack), this.#growing, this.#port.first);
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
const asksSpans = Array.from({ length: 80 }, (_, index): RuntimeOp => ({ do: 'span', index }));

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

/** What `go` allocates for `grow`: its function's two variables, garbage when it has ended; and for the first goroutine, a `g` (on wasm). */
const closure = { do: 'allocate', slot: -1, size: 16, pointers: false } as const;
const g = { do: 'allocate', slot: -2, size: 448, pointers: true } as const;

/** Programs of objects with stacks that grow among them: one page allocator serves both. Not between a collection and its yields: the mark queues’ pages are still taken then. */
function program(seed: number, ops: number, kinds: readonly Workload[]): RuntimeOp[] {
  const chance = random(seed);
  const mixed = kinds.flatMap((kind) => heapProgram(kind, seed, ops)).flatMap((op): RuntimeOp[] => (op.do !== 'yield' && op.do !== 'collect' && chance.int(3) === 0 ? [op, { do: 'grow', depth: chance.int(300), frame: chance.int(liveFrames.length) }] : [op]));
  return surrounded([...asksSpans, ...mixed]);
}

/** Every address of objects and stacks. `growing` may be wrong, to see that it is noticed. */
export function stackAddresses(asked: readonly RuntimeOp[], real: readonly RuntimeAnswer[], growing = go127): (Fields | undefined)[] {
  const machine = new HeapMachine({}, 0, heapStart(arenasIn(real)));
  const pages = { alloc: (npages: number) => ({ page: machine.heap.allocManual(npages, 'stack', machine.cache), needzero: true }), free: machine.heap.freeManual.bind(machine.heap) };
  const stacks = new StackAlloc(stackPages(pages, [machine.cache]), { ...noStacks(), pools: poolsIn(real.slice(warmUp.length, warmUp.length + asksSpans.length)) });
  const live = new LiveStacks(stacks, ports.wasm, growing);
  const firstGrow = asked.findIndex((op) => op.do === 'grow');
  return asked.map((op, i) => {
    if (op.do === 'grow') return grown(machine, live, op, i === firstGrow);
    const addr = addressOf(machine, op, i < warmUp.length);
    if (op.do === 'collect' && i >= warmUp.length) live.collected();
    return addr;
  });
}

function grown(machine: HeapMachine, live: LiveStacks, op: Grow, isFirst: boolean): Fields {
  for (const made of isFirst ? [closure, g] : [closure]) machine.apply(made);
  const answer = live.grow(op);
  machine.apply({ do: 'drop', slot: closure.slot });
  return answer;
}

function addressOf(machine: HeapMachine, op: RuntimeOp, warming: boolean): Fields | undefined {
  const ours = warming ? undefined : heapOp(op);
  const addr = ours && machine.apply(ours);
  return addr === undefined ? undefined : { addr };
}

/** Stacks that grow beside objects on the live runtime: the size and the place of each. */
export const goStacks: Differential = { program: (seed, ops) => program(seed, ops, [workloads['without collections']]), expected: stackAddresses };
/** The same with collections, which take back what nobody runs on: all three workloads one after another. */
export const goHeapStacks: Differential = { program: (seed, ops) => program(seed, ops, Object.values(workloads)), expected: stackAddresses };
