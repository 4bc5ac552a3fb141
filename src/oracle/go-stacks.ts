import { HeapMachine } from '../engine/go/heap/heap-machine.ts';
import { GoroutineStack } from '../engine/go/stack/goroutine-stack.ts';
import { DeadGs } from '../engine/go/stack/dead-gs.ts';
import { stackPages } from '../engine/go/stack/mheap-pages.ts';
import { go127, type Growing } from '../engine/go/stack/newstack.ts';
import { fixedStack, orderOf } from '../engine/go/stack/sizes.ts';
import { noStacks, StackAlloc, type SavedStackCache } from '../engine/go/stack/stack-alloc.ts';
import { drain } from '../engine/machine.ts';
import { random } from '../engine/random.ts';
import type { Differential } from './differentials.ts';
import { arenasIn, surrounded } from './go-heap.ts';
import type { RuntimeAnswer, RuntimeOp } from './go-runtime.ts';
import { heapStart } from './heap-start.ts';
import { heapOp, heapProgram, warmUp, workloads } from './workload.ts';

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

/** These two show, before anything is claimed, which stacks of 2, 4 and 16 KiB the P hands out first: an input. */
const shown: readonly Grow[] = [{ do: 'grow', depth: 20, frame: 0 }, { do: 'grow', depth: 0, frame: 2 }];

/** Each small stack among these answers, as what a P keeps. */
function keptIn(answers: readonly RuntimeAnswer[]): SavedStackCache {
  const kept: number[][] = [[], [], [], []];
  for (const answer of answers as readonly Fields[]) {
    for (let i = 0; i < told; i++) {
      const [lo, hi] = [answer[`v${i * 3 + 1}`]!, answer[`v${i * 3 + 2}`]!];
      const list = kept[orderOf(hi - lo)];
      if (list && !list.includes(lo)) list.push(lo);
    }
  }
  return kept;
}

/** What `go` allocates for `grow`: its function's two variables; and for the first goroutine, a `g` (on wasm). */
const closure = { do: 'allocate', slot: -1, size: 16, pointers: false } as const;
const g = { do: 'allocate', slot: -2, size: 448, pointers: true } as const;

/** A program of objects with stacks that grow among them: one page allocator serves both. */
function program(seed: number, ops: number): RuntimeOp[] {
  const chance = random(seed);
  const mixed = heapProgram(workloads['without collections'], seed, ops).flatMap((op): RuntimeOp[] => (chance.int(3) === 0 ? [op, { do: 'grow', depth: chance.int(300), frame: chance.int(liveFrames.length) }] : [op]));
  return surrounded([...shown, ...mixed]);
}

/** Every address of objects and stacks. `growing` may be wrong, to see that it is noticed. */
export function stackAddresses(asked: readonly RuntimeOp[], real: readonly RuntimeAnswer[], growing = go127): (Fields | undefined)[] {
  const machine = new HeapMachine({}, 0, heapStart(arenasIn(real)));
  const begun = warmUp.length + shown.length;
  const saved = { ...noStacks(), caches: [keptIn(real.slice(warmUp.length, begun))] };
  const pages = { alloc: (npages: number) => ({ page: machine.heap.allocManual(npages, 'stack', machine.cache), needzero: true }), free: machine.heap.freeManual.bind(machine.heap) };
  const stacks = new LiveStacks(new StackAlloc(stackPages(pages, [machine.cache]), saved), ports.wasm, growing);
  return asked.map((op, i) => {
    if (op.do !== 'grow') return addressOf(machine, op, i < warmUp.length);
    for (const made of i === warmUp.length ? [closure, g] : [closure]) machine.apply(made);
    const answer = stacks.grow(op);
    return i < begun ? undefined : answer;
  });
}

function addressOf(machine: HeapMachine, op: RuntimeOp, warming: boolean): Fields | undefined {
  const ours = warming ? undefined : heapOp(op);
  const addr = ours && machine.apply(ours);
  return addr === undefined ? undefined : { addr };
}

/** Stacks that grow beside objects on the live runtime: the size and the place of each. */
export const goStacks: Differential = { program, expected: stackAddresses };
