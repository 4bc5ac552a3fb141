/** Our heap where the recorded scripts began: linux/amd64, its base fixed. */
import { linuxGeometry } from '../engine/go/heap/geometry.ts';
import { HeapMachine, type HeapOp, type SavedHeap } from '../engine/go/heap/heap-machine.ts';
import type { MSpan, SavedSpan } from '../engine/go/heap/mspan.ts';
import { sizeClasses } from '../engine/go/size-classes.ts';
import type { RuntimeOp } from './go-runtime.ts';
import { recordedHeap, type Script } from './script.ts';
import { readHeap, spansOf } from './snapshot.ts';
import { heapOp } from './workload.ts';

/** The allocator as a program starts, and what the runtime allocates for itself at its first collection: inputs, read off the recording. */
export interface LinuxStart { readonly start: SavedHeap; readonly own: readonly HeapOp[] }

/** The start from two readings of `scripts/at-rest.json`: of the whole allocator, and of its spans after a collection. */
export function linuxStart(atStart: Script, afterCollection: Script): LinuxStart {
  const start = readHeap(recordedHeap(atStart), linuxGeometry);
  const later = spansOf(recordedHeap(afterCollection));
  const own = newObjects(start.heap.spans, later).map((object, i): HeapOp => ({ do: 'allocate', slot: -2 - i, ...object }));
  return { start: { ...start, heap: { ...start.heap, spans: withoutDead(start.heap.spans, later) } }, own };
}

const sameSpan = (span: SavedSpan, others: readonly SavedSpan[]): SavedSpan | undefined => others.find(({ page, spanClass }) => page === span.page && spanClass === span.spanClass);

/** Holds only what outlives the first collection. */
function withoutDead(spans: readonly SavedSpan[], later: readonly SavedSpan[]): SavedSpan[] {
  return spans.map((span) => ({ ...span, held: span.held!.map((word, i) => (word & (sameSpan(span, later)?.held![i] ?? 0)) >>> 0) }));
}

/** The objects in slots that nothing lay in before. */
function newObjects(before: readonly SavedSpan[], spans: readonly SavedSpan[]): { size: number; pointers: boolean }[] {
  return spans.flatMap((span) => {
    const object = { size: sizeClasses[span.spanClass >> 1]!.size, pointers: span.spanClass % 2 === 0 };
    const fresh = [...span.held!].flatMap((word, i) => ones((word & ~(sameSpan(span, before)?.held![i] ?? 0)) >>> 0));
    return fresh.map(() => object);
  });
}

const ones = (word: number): string[] => [...word.toString(2).replaceAll('0', '')];

/** The first time that the background scavenger sleeps, its timer becomes the first in the P's heap of timers (`time.go:timers.addHeap`): a `timerWhen` of 16 bytes. */
const timer: HeapOp = { do: 'allocate', slot: -1, size: 16, pointers: true };

/** An object as the recorder describes one: its address, and of its span the base, the slots' size and number, the next free index and the class. */
export interface LinuxObject { readonly addr: number; readonly base: number; readonly elemSize: number; readonly nelems: number; readonly freeIndex: number; readonly spanClass: number }

const described = (span: MSpan, addr: number): LinuxObject => ({ addr, base: span.base, elemSize: span.elemsize, nelems: span.nelems, freeIndex: span.freeindex, spanClass: span.spanClass });

/**
 * Every allocation of a script: its address and its span. At which collection, counted from 1, the scavenger first slept is an input:
 * the system monitor wakes it by the clock.
 */
export function linuxObjects({ start, own }: LinuxStart, program: readonly RuntimeOp[], slept?: number): (LinuxObject | undefined)[] {
  const machine = new HeapMachine({ geometry: linuxGeometry }, 0, start);
  let collections = 0;
  return program.map((op) => {
    if (op.do === 'collect') collections++;
    if (op.do === 'collect' && collections === 1) for (const made of own) machine.apply(made);
    if (op.do === 'collect' && collections === slept) machine.apply(timer);
    const ours = heapOp(op);
    const addr = ours && machine.apply(ours);
    return addr === undefined ? undefined : described(machine.heap.spanOf(addr), addr);
  });
}
