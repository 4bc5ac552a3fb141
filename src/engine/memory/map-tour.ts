import { drain, invariant, type Machine } from '../machine.ts';
import type { Attributed, Certainty, Proof, What } from './what.ts';

/** One stretch of a mapping, and what it is. */
export interface TourPart { readonly what: What; readonly sizeKiB: number; readonly certainty: Certainty; readonly proof: Proof }

/** One mapping of an explained process. Sizes in KiB; resident is absent where the recording had no counters. */
export interface TourMapping {
  readonly start: string;
  readonly perms: string;
  readonly name: string;
  readonly sizeKiB: number;
  readonly residentKiB?: number;
  readonly parts: readonly TourPart[];
}

/** An explained mapping as a figure tells it. */
export const tourMapping = ({ mapping, parts }: Attributed): TourMapping => ({
  start: mapping.start.toString(16),
  perms: mapping.perms,
  name: mapping.name,
  sizeKiB: mapping.sizeKiB,
  ...(mapping.rssKiB === undefined ? {} : { residentKiB: mapping.rssKiB }),
  parts,
});

export interface TourProcess { readonly mappings: readonly TourMapping[] }

/** Kinds of memory a reader may want to jump to. */
export type Group = 'program' | 'cHeap' | 'library' | 'goHeap' | 'summary' | 'metadata' | 'stack' | 'kernel' | 'unclear';

const groups: { readonly [Name in What]: Group } = {
  text: 'program', rodata: 'program', data: 'program', bss: 'program',
  heap: 'cHeap', 'glibc arena': 'cHeap',
  library: 'library', file: 'library',
  arena: 'goHeap', 'arena reserved': 'goHeap',
  'summary L0': 'summary', 'summary L1': 'summary', 'summary L2': 'summary', 'summary L3': 'summary', 'summary L4': 'summary', 'scavenge index': 'summary',
  'arena index': 'metadata', heapArena: 'metadata', 'chunk table': 'metadata', persistentalloc: 'metadata', 'profiler buckets': 'metadata', 'gc metadata': 'metadata',
  stack: 'stack', 'thread stack': 'stack', guard: 'stack',
  vdso: 'kernel', vvar: 'kernel', vsyscall: 'kernel',
  anonymous: 'unclear', unknown: 'unclear',
};

export const groupOf = (what: What): Group => groups[what];

/** Where a mapping stands on the ruler that both processes share, from low addresses to high. */
export const bands = ['program', 'goHeap', 'mapped', 'top'] as const;
export type Band = (typeof bands)[number];

/** Look at one mapping of one of the two processes. */
export interface Look { readonly do: 'look'; readonly column: number; readonly index: number }

/** One part of the mapping looked at; `kind` is its group. */
export type TourEvent = { readonly [Kind in Group]: { readonly kind: Kind; readonly column: number; readonly mapping: TourMapping; readonly part: TourPart; readonly at: number } }[Group];

/** What the mapping is made of: name and KiB, lowest address first. */
export type TourAnswer = readonly string[];

export interface TourPicture {
  readonly columns: readonly TourProcess[];
  readonly now: Look | undefined;
  /** Which part of the mapping now looked at. */
  readonly part: number;
}

interface Checkpoint { readonly now: Look | undefined; readonly part: number }

/** The order of reading: band by band, in each the first process and then the second, addresses rising. */
export function tour(processes: readonly TourProcess[]): readonly Look[] {
  return bands.flatMap((band) => processes.flatMap(({ mappings }, column) =>
    mappings.flatMap((mapping, index): Look[] => (bandOf(mapping) === band ? [{ do: 'look', column, index }] : []))));
}

export function bandOf({ name, parts }: Pick<TourMapping, 'name' | 'parts'>): Band {
  const group = groupOf(parts[0]!.what);
  if (group === 'program' || name === '[heap]') return 'program';
  if (group === 'goHeap') return 'goHeap';
  return group === 'kernel' || name.startsWith('[stack') ? 'top' : 'mapped';
}

/** Two processes' maps, looked at mapping by mapping. */
export class MapTour implements Machine<Look, TourEvent, TourAnswer, TourPicture, Checkpoint> {
  readonly #processes: readonly TourProcess[];
  #now: Look | undefined;
  #part = 0;

  constructor(processes: readonly TourProcess[]) {
    this.#processes = processes;
  }

  *run(look: Look): Generator<TourEvent, TourAnswer, void> {
    const mapping = this.#processes[look.column]?.mappings[look.index];
    invariant(mapping !== undefined, `no mapping ${look.index} in process ${look.column}`);
    this.#now = look;
    for (const [at, part] of mapping.parts.entries()) {
      this.#part = at;
      yield { kind: groupOf(part.what), column: look.column, mapping, part, at } as TourEvent;
    }
    return mapping.parts.map(({ what, sizeKiB }) => `${what} ${sizeKiB}`);
  }

  apply(look: Look): TourAnswer { return drain(this.run(look)); }

  save(): Checkpoint { return { now: this.#now, part: this.#part }; }

  load({ now, part }: Checkpoint): void {
    this.#now = now;
    this.#part = part;
  }

  picture(): TourPicture { return { columns: this.#processes, now: this.#now, part: this.#part }; }
}
