import { drain, invariant, type Machine } from '../../machine.ts';
import type { NoteName } from './notes.ts';
import type { Owner } from './owners.ts';

/** Who tells of memory, from the outermost: the cgroup, the process's pages, Go's counters, the objects. */
export const levels = ['charge', 'rss', 'go', 'live'] as const;
export type Level = (typeof levels)[number];

/** Look at one level of one process, or at what the runtime of one version notes for itself. */
export type LevelOp = { readonly do: 'look'; readonly process: string; readonly level: Level } | { readonly do: 'notes'; readonly version: string };

/** Pieces of a level, beside the owners of RSS. */
export type ChargePart = 'anon' | 'mapped' | 'cached' | 'kernel' | 'rest';
export type GoPart = 'objects' | 'unused' | 'free' | 'stacks' | 'tables';
export type PartName = ChargePart | GoPart | `rss/${Owner}` | `note/${NoteName}`;

/** One piece of a level, in bytes; `counted` where Go’s counters see it. */
export interface LevelPart { readonly name: PartName; readonly bytes: number; readonly counted?: true }

/** One process as an account explains it; bytes. */
export interface TouredAccount {
  readonly charge: readonly LevelPart[];
  readonly rss: readonly LevelPart[];
  readonly go: readonly LevelPart[];
  readonly live: readonly LevelPart[];
  /** Of what Go counts: never touched, so in no RSS. */
  readonly untouched: number;
}

/** What a tour may visit: processes by name, and notes by version. */
export interface Toured {
  readonly processes: Readonly<Record<string, TouredAccount>>;
  readonly notes: Readonly<Record<string, readonly LevelPart[]>>;
}

export type LevelEvent = { readonly [Kind in Level | 'notes']: { readonly kind: Kind; readonly lane: Lane } }[Level | 'notes'];
export interface LevelAnswer { readonly bytes: number }

/** A level that has been looked at. `of` is the process, or the version whose notes they are. */
export interface Lane { readonly level: Level | 'notes'; readonly of: string; readonly parts: readonly LevelPart[]; readonly total: number; readonly untouched: number }
export interface LevelPicture { readonly lanes: readonly Lane[]; readonly event: LevelEvent | undefined }

const sum = (parts: readonly LevelPart[]): number => parts.reduce((total, { bytes }) => total + bytes, 0);

/** Goes through an account level by level; what was looked at stays in sight. */
export class LevelTour implements Machine<LevelOp, LevelEvent, LevelAnswer, LevelPicture, readonly Lane[]> {
  readonly #toured: Toured;
  #lanes: readonly Lane[] = [];
  #event: LevelEvent | undefined;

  constructor(toured: Toured) { this.#toured = toured; }

  *run(op: LevelOp): Generator<LevelEvent, LevelAnswer, void> {
    const lane = op.do === 'notes' ? this.#notes(op.version) : this.#level(op.process, op.level);
    this.#lanes = [...this.#lanes, lane];
    const event: LevelEvent = { kind: lane.level, lane };
    this.#event = event;
    yield event;
    this.#event = undefined;
    return { bytes: lane.total };
  }

  apply(op: LevelOp): LevelAnswer { return drain(this.run(op)); }
  save(): readonly Lane[] { return this.#lanes; }

  load(lanes: readonly Lane[]): void {
    this.#lanes = lanes;
    this.#event = undefined;
  }

  picture(): LevelPicture { return { lanes: this.#lanes, event: this.#event }; }

  #level(process: string, level: Level): Lane {
    const account = this.#toured.processes[process];
    invariant(account !== undefined, `no process ${process}`);
    return { level, of: process, parts: account[level], total: sum(account[level]), untouched: level === 'go' ? account.untouched : 0 };
  }

  #notes(version: string): Lane {
    const parts = this.#toured.notes[version];
    invariant(parts !== undefined, `no notes of ${version}`);
    return { level: 'notes', of: version, parts, total: sum(parts), untouched: 0 };
  }
}
