import { drain, type Machine } from '../../machine.ts';

/** A goroutine that waits for one of some channels, or, with none, can run; meanwhile it holds others. Channels by name. */
export interface Waiting { readonly name: string; readonly waits: readonly string[]; readonly holds: readonly string[] }

export type LeakOp =
  | { readonly do: 'go'; readonly goroutine: Waiting }
  | { readonly do: 'global'; readonly channels: readonly string[] }
  | { readonly do: 'profile' };

export type LeakEvent =
  /** Where marking begins: what can run, and what package-level variables lead to. */
  | { readonly kind: 'roots'; readonly goroutines: readonly string[]; readonly channels: readonly string[] }
  /** What it waits for is marked, so it may wake up: its stack is a root from now on. */
  | { readonly kind: 'revived'; readonly goroutine: string; readonly by: string; readonly channels: readonly string[] }
  | { readonly kind: 'leaked'; readonly goroutines: readonly string[] };

/** The leaked, by name, in the order in which they were started. */
export interface LeakAnswer { readonly leaked: readonly string[] }

export type Fate = 'unknown' | 'root' | 'revived' | 'leaked';
export interface LeakPicture {
  readonly goroutines: readonly (Waiting & { readonly fate: Fate })[];
  readonly channels: readonly string[];
  readonly global: readonly string[];
  readonly marked: ReadonlySet<string>;
  /** Whether the profile has been taken, so that what is unknown is not just not looked at. */
  readonly asked: boolean;
}

interface Saved { readonly goroutines: readonly Waiting[]; readonly global: readonly string[]; readonly fates: readonly (readonly [string, Fate])[]; readonly marked: readonly string[]; readonly asked: boolean }

/** Finds goroutines that nobody can wake, as the profile goroutineleak does (`mgc.go:findGoroutineLeaks`, Go 1.27). */
export class LeakSearch implements Machine<LeakOp, LeakEvent, LeakAnswer, LeakPicture, Saved> {
  #goroutines: Waiting[] = [];
  #global: string[] = [];
  #fates = new Map<string, Fate>();
  #marked = new Set<string>();
  #asked = false;

  *run(op: LeakOp): Generator<LeakEvent, LeakAnswer, void> {
    switch (op.do) {
      case 'go': this.#goroutines.push(op.goroutine); return { leaked: [] };
      case 'global': this.#global.push(...op.channels); return { leaked: [] };
      case 'profile': return yield* this.#profile();
    }
  }

  apply(op: LeakOp): LeakAnswer { return drain(this.run(op)); }

  *#profile(): Generator<LeakEvent, LeakAnswer, void> {
    [this.#asked, this.#fates, this.#marked] = [true, new Map(), new Set()];
    yield this.#roots();
    while (this.#asleep().some((one) => this.#waker(one))) yield* this.#round();
    const leaked = this.#asleep().map(({ name }) => name);
    for (const name of leaked) this.#fates.set(name, 'leaked');
    yield { kind: 'leaked', goroutines: leaked };
    return { leaked };
  }

  /** Only goroutines that can run, and globals (`mgcmark.go:allGsSnapshotSortedForGC`). */
  #roots(): LeakEvent {
    const runnable = this.#goroutines.filter(({ waits }) => waits.length === 0);
    for (const { name } of runnable) this.#fates.set(name, 'root');
    const channels = this.#mark([...this.#global, ...runnable.flatMap(({ holds }) => holds)]);
    return { kind: 'roots', goroutines: runnable.map(({ name }) => name), channels };
  }

  /** When marking has come to rest, each one asleep is looked at (`mgc.go:findMaybeRunnableGoroutines`); then marking goes on from their stacks. */
  *#round(): Generator<LeakEvent, void, void> {
    const woken = this.#asleep().flatMap((one) => { const by = this.#waker(one); return by === undefined ? [] : [{ one, by }]; });
    for (const { one, by } of woken) {
      this.#fates.set(one.name, 'revived');
      yield { kind: 'revived', goroutine: one.name, by, channels: this.#mark([...one.waits, ...one.holds]) };
    }
  }

  #asleep(): readonly Waiting[] { return this.#goroutines.filter(({ name }) => !this.#fates.has(name)); }
  #waker({ waits }: Waiting): string | undefined { return waits.find((channel) => this.#marked.has(channel)); }

  /** Marks channels; returns those that were not yet. */
  #mark(channels: readonly string[]): readonly string[] {
    const fresh = [...new Set(channels)].filter((channel) => !this.#marked.has(channel));
    for (const channel of fresh) this.#marked.add(channel);
    return fresh;
  }

  save(): Saved { return { goroutines: [...this.#goroutines], global: [...this.#global], fates: [...this.#fates], marked: [...this.#marked], asked: this.#asked }; }

  load({ goroutines, global, fates, marked, asked }: Saved): void {
    [this.#goroutines, this.#global, this.#fates, this.#marked, this.#asked] = [[...goroutines], [...global], new Map(fates), new Set(marked), asked];
  }

  picture(): LeakPicture {
    const channels = [...new Set([...this.#global, ...this.#goroutines.flatMap(({ waits, holds }) => [...waits, ...holds])])].sort();
    const goroutines = this.#goroutines.map((one) => ({ ...one, fate: this.#fates.get(one.name) ?? 'unknown' }));
    return { goroutines, channels, global: [...new Set(this.#global)], marked: new Set(this.#marked), asked: this.#asked };
  }
}
