/** Every allocator of the book by the name a reader chooses it with, and how its answers are written. */
import type { Allocator, Answer } from './allocator.ts';
import { Buddy } from './buddy.ts';
import type { Policy } from './free-list/fit.ts';
import { FreeList } from './free-list/free-list.ts';
import { Jemalloc } from './jemalloc/jemalloc.ts';
import { Mimalloc } from './mimalloc/mimalloc.ts';
import { segmentSize } from './mimalloc/sizes.ts';
import { Ptmalloc } from './ptmalloc/ptmalloc.ts';
import { Region } from './region.ts';
import { Segregated } from './segregated.ts';
import { SlabAllocator } from './slab.ts';
import { Tcmalloc } from './tcmalloc/tcmalloc.ts';

/** Bytes that bound the heap; without it the heap grows when nothing fits. */
export interface Bound { readonly heap?: number }

export interface MachineKind {
  /** Whether it takes a bound. The real libraries do not. */
  readonly bounded: boolean;
  readonly make: (bound?: Bound) => Allocator;
  /** A fresh writer for the answers of one run. */
  readonly writer: () => AnswerWriter;
}

/** An answer as a recording of the real library has it. Numbers are hexadecimal, without 0x. */
export type AnswerWriter = (answer: Answer) => string;

const hex = (n: number): string => n.toString(16);

/** Bytes from the heap's start; `mmap` a block mapped on its own, `0` the null pointer. */
const offset: AnswerWriter = (answer) => (answer === null ? '0' : answer < 0 ? 'mmap' : hex(answer));

/** SEGMENT:OFFSET, the segments of 32 MiB numbered as the answers first show them. */
function segments(): AnswerWriter {
  const seen = new Map<number, number>();
  return (answer) => {
    if (answer === null) return '0';
    const segment = Math.floor(answer / segmentSize);
    const number = seen.get(segment) ?? seen.size;
    seen.set(segment, number);
    return `${number}:${hex(answer % segmentSize)}`;
  };
}

const classic = (make: (bound?: Bound) => Allocator): MachineKind => ({ bounded: true, make, writer: () => offset });
const fit = (policy: Policy): MachineKind => classic((bound) => new FreeList({ policy, ...bound }));
const real = (make: () => Allocator, writer: () => AnswerWriter = () => offset): MachineKind => ({ bounded: false, make, writer });

export const machines = {
  'bump': classic((bound) => new Region(bound)),
  'first-fit': fit('first'),
  'next-fit': fit('next'),
  'best-fit': fit('best'),
  'worst-fit': fit('worst'),
  'segregated': classic((bound) => new Segregated(bound)),
  'buddy': classic((bound) => new Buddy(bound)),
  'slab': classic((bound) => new SlabAllocator(bound)),
  'glibc': real(() => new Ptmalloc()),
  'glibc-notcache': real(() => new Ptmalloc({ tcacheCount: 0, mxfast: 0 })),
  'tcmalloc': real(() => new Tcmalloc()),
  'jemalloc': classic((bound) => new Jemalloc(bound)),
  'mimalloc': real(() => new Mimalloc(), segments),
} as const satisfies Record<string, MachineKind>;

export type MachineName = keyof typeof machines;

export const machineNames = Object.keys(machines) as readonly MachineName[];

export const isMachineName = (name: string): name is MachineName => Object.hasOwn(machines, name);
