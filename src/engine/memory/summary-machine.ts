import { drain, invariant, ProgramError, type Machine } from '../machine.ts';
import { KiB } from './mapping.ts';
import { chunkBytes, levelBytes, levels, liveIndex, livePart, mergedLines, scavengeIndexBytes, type MergedLine, type Range, type ScavengeIndex, type SummaryPart } from './summaries.ts';

/** A Go program starts: reserves its summaries, then grows a heap of `size` bytes at `addr`. */
export interface StartGo { readonly do: 'start'; readonly addr: number; readonly size: number; readonly index: ScavengeIndex }

export type SummaryEvent =
  | { readonly kind: 'reserve'; readonly of: SummaryPart; readonly sizeKiB: number }
  | { readonly kind: 'grow'; readonly addr: number; readonly sizeKiB: number }
  | { readonly kind: 'map'; readonly of: SummaryPart; readonly offsetKiB: number; readonly sizeKiB: number };

/** The lines pmap prints for all of it, lowest address first: size in KiB and permissions. */
export type SummaryAnswer = readonly string[];

/** One reservation, in KiB from its start. */
export interface Reservation {
  readonly of: SummaryPart;
  readonly stage: 'absent' | 'reserved' | 'mapped';
  readonly sizeKiB: number;
  readonly frontKiB: number;
  readonly liveKiB: number;
  readonly restKiB: number;
}

/** The reservations from the lowest address up; the lines they make once every one is mapped. */
export interface SummaryPicture { readonly heap: Range; readonly reservations: readonly Reservation[]; readonly lines: readonly MergedLine[] }

interface Checkpoint { readonly op: StartGo; readonly reserved: number; readonly mapped: number }

/** The runtime's first mapping of all: a chunk of persistentalloc, right above level 0 (`malloc.go:persistentalloc1`). */
export const firstChunkKiB = 256;

/** Highest address a heap chunk of linux/amd64 may start at. */
export const highestHeap = 2 ** 47 - chunkBytes;

/** The start of Go's page allocator, mapping by mapping (`mpagealloc_64bit.go:sysInit`, `sysGrow`; Go 1.15 to 1.27). */
export class SummaryMachine implements Machine<StartGo, SummaryEvent, SummaryAnswer, SummaryPicture, Checkpoint> {
  #op: StartGo;
  #reserved = 0;
  #mapped = 0;

  /** `first` is drawn before the program starts. */
  constructor(first: StartGo) {
    this.#op = first;
  }

  *run(op: StartGo): Generator<SummaryEvent, SummaryAnswer, void> {
    refuseBadHeap(op);
    this.#op = op;
    yield* this.#sysInit();
    yield { kind: 'grow', addr: op.addr, sizeKiB: op.size / KiB };
    yield* this.#sysGrow();
    return this.picture().lines.map(({ sizeKiB, perms }) => `${sizeKiB} ${perms}`);
  }

  apply(op: StartGo): SummaryAnswer { return drain(this.run(op)); }

  save(): Checkpoint { return { op: this.#op, reserved: this.#reserved, mapped: this.#mapped }; }

  load({ op, reserved, mapped }: Checkpoint): void {
    this.#op = op;
    this.#reserved = reserved;
    this.#mapped = mapped;
  }

  picture(): SummaryPicture {
    const heap = { start: this.#op.addr, end: this.#op.addr + this.#op.size };
    const order = this.#order();
    const reservations = order.map((of, i) => reservation(of, heap, this.#op.index, this.#stage(i)));
    const done = this.#mapped === order.length;
    return { heap, reservations: reservations.reverse(), lines: done ? withFirstChunk(mergedLines(heap, this.#op.index)) : [] };
  }

  *#sysInit(): Generator<SummaryEvent, void, void> {
    this.#reserved = 0;
    this.#mapped = 0;
    for (const of of this.#order()) {
      this.#reserved += 1;
      yield { kind: 'reserve', of, sizeKiB: bytesOf(of, this.#op.index) / KiB };
    }
  }

  *#sysGrow(): Generator<SummaryEvent, void, void> {
    const heap = { start: this.#op.addr, end: this.#op.addr + this.#op.size };
    for (const of of this.#order()) {
      const live = liveOf(of, heap, this.#op.index);
      this.#mapped += 1;
      yield { kind: 'map', of, offsetKiB: live.start / KiB, sizeKiB: (live.end - live.start) / KiB };
    }
  }

  /** In the order of reserving: each lies right below the one before. */
  #order(): readonly SummaryPart[] {
    return this.#op.index === 'none' ? levels : [...levels, 'index'];
  }

  #stage(i: number): Reservation['stage'] {
    return i < this.#mapped ? 'mapped' : i < this.#reserved ? 'reserved' : 'absent';
  }
}

const bytesOf = (of: SummaryPart, index: ScavengeIndex): number => (of === 'index' ? scavengeIndexBytes[index] : levelBytes(of));

const liveOf = (of: SummaryPart, heap: Range, index: ScavengeIndex): Range => (of === 'index' ? liveIndex(index, heap) : livePart(of, heap));

function reservation(of: SummaryPart, heap: Range, index: ScavengeIndex, stage: Reservation['stage']): Reservation {
  const [bytes, live] = [bytesOf(of, index), liveOf(of, heap, index)];
  return { of, stage, sizeKiB: bytes / KiB, frontKiB: live.start / KiB, liveKiB: (live.end - live.start) / KiB, restKiB: (bytes - live.end) / KiB };
}

/** The last line, level 0, and the chunk above it are one mapping: both readable and writable. */
function withFirstChunk(lines: readonly MergedLine[]): readonly MergedLine[] {
  const top = lines.at(-1);
  invariant(top?.perms === 'rw-p', 'level 0 is wholly mapped');
  return [...lines.slice(0, -1), { ...top, sizeKiB: top.sizeKiB + firstChunkKiB }];
}

function refuseBadHeap({ addr, size }: StartGo): void {
  if (!Number.isSafeInteger(addr) || addr % chunkBytes !== 0) throw new ProgramError('align', 'A heap chunk starts at a multiple of 4 MiB.', { line: 1 });
  if (addr < chunkBytes || addr + size > highestHeap + chunkBytes) throw new ProgramError('bounds', 'A heap lies below 2^47.', { line: 1 });
}
