import { drain, type Machine } from '../../machine.ts';

export type LifeOp =
  | { readonly do: 'new'; readonly name: string }
  | { readonly do: 'finalizer' | 'cleanup' | 'weak' | 'drop'; readonly of: string }
  | { readonly do: 'link'; readonly from: string; readonly to: string }
  | { readonly do: 'gc' };

export type LifeEvent =
  /** Objects kept by what the program holds; and those kept only because a finalizer may still use them. */
  | { readonly kind: 'marked'; readonly held: readonly string[]; readonly forFinalizers: readonly string[] }
  /** Dead, but it has a finalizer: it lives until the next collection. */
  | { readonly kind: 'resurrected'; readonly name: string; readonly weak: boolean }
  | { readonly kind: 'freed'; readonly name: string; readonly cleanups: number; readonly weak: boolean }
  /** What was queued has run, in this order: `a()` a finalizer, `a1` the first cleanup of a. */
  | { readonly kind: 'ran'; readonly order: readonly string[] };

/** What has run because of this operation, by name and in order. */
export interface LifeAnswer { readonly ran: readonly string[] }

/** One object; `cleanups` by number, newest first, as their records are listed. */
export interface LifeObject { readonly name: string; readonly held: boolean; readonly points: readonly string[]; readonly finalizer: boolean; readonly cleanups: readonly number[]; readonly weak: 'none' | 'points' | 'nil'; readonly freed: boolean }
/** `reachable` from what the program holds; `marked` while a collection goes on. */
export interface LifePicture { readonly objects: readonly LifeObject[]; readonly reachable: readonly string[]; readonly marked: readonly string[]; readonly ran: readonly string[]; readonly cycles: number }

interface Saved { readonly objects: readonly LifeObject[]; readonly ran: readonly string[]; readonly cycles: number }

const nothing: LifeAnswer = { ran: [] };

/**
 * What becomes of objects with finalizers, cleanups and weak pointers (`mgcsweep.go:sweep`, Go 1.27). Objects lie in one
 * span in the order in which they were made. Whatever is queued has run before the next operation.
 */
export class Lifetimes implements Machine<LifeOp, LifeEvent, LifeAnswer, LifePicture, Saved> {
  #objects: LifeObject[] = [];
  #ran: string[] = [];
  #marked: readonly string[] = [];
  #cycles = 0;

  *run(op: LifeOp): Generator<LifeEvent, LifeAnswer, void> {
    switch (op.do) {
      case 'new': this.#objects.push({ name: op.name, held: true, points: [], finalizer: false, cleanups: [], weak: 'none', freed: false }); break;
      case 'finalizer': this.#change(op.of, () => ({ finalizer: true })); break;
      case 'cleanup': this.#change(op.of, ({ cleanups }) => ({ cleanups: [cleanups.length + 1, ...cleanups] })); break;
      case 'weak': this.#change(op.of, () => ({ weak: 'points' })); break;
      case 'drop': this.#change(op.of, () => ({ held: false })); break;
      case 'link': this.#change(op.from, ({ points }) => ({ points: [...points, op.to] })); break;
      case 'gc': return yield* this.#collect();
    }
    return nothing;
  }

  apply(op: LifeOp): LifeAnswer { return drain(this.run(op)); }

  *#collect(): Generator<LifeEvent, LifeAnswer, void> {
    this.#cycles++;
    const held = this.#reach(this.#objects.filter((one) => one.held));
    // An object with a finalizer is no root, but what it points to is (`mgcmark.go:markrootSpans`).
    const all = this.#reach([...this.#living(held), ...this.#objects.filter(({ finalizer, freed }) => finalizer && !freed).flatMap(({ points }) => this.#named(points))]);
    this.#marked = [...all];
    yield { kind: 'marked', held: [...held], forFinalizers: [...all].filter((name) => !held.has(name)) };
    const [finalizers, cleanups] = yield* this.#sweep(all);
    // A block of finalizers is emptied from its end (`mfinal.go:runFinalizers`), cleanups come first in, first out.
    const order = [...finalizers.toReversed(), ...cleanups];
    this.#ran.push(...order);
    this.#marked = [];
    if (order.length > 0) yield { kind: 'ran', order };
    return { ran: order };
  }

  /** From the lowest address up; returns finalizers and cleanups in the order in which they were queued. */
  *#sweep(marked: ReadonlySet<string>): Generator<LifeEvent, [finalizers: readonly string[], cleanups: readonly string[]], void> {
    const [finalizers, cleanups]: [string[], string[]] = [[], []];
    for (const { name, finalizer, cleanups: own, weak, freed: gone } of [...this.#objects]) {
      if (gone || marked.has(name)) continue;
      const cleared = weak === 'points';
      if (finalizer) {
        finalizers.push(`${name}()`);
        this.#change(name, () => ({ finalizer: false, weak: cleared ? 'nil' : weak }));
        yield { kind: 'resurrected', name, weak: cleared };
      } else {
        cleanups.push(...own.map((number) => `${name}${number}`));
        this.#change(name, () => ({ freed: true, weak: cleared ? 'nil' : weak }));
        yield { kind: 'freed', name, cleanups: own.length, weak: cleared };
      }
    }
    return [finalizers, cleanups];
  }

  /** All that a chain of pointers leads to from these, themselves included. */
  #reach(from: readonly LifeObject[]): ReadonlySet<string> {
    const found = new Set<string>();
    const grey = [...from];
    for (let one = grey.pop(); one; one = grey.pop()) {
      if (one.freed || found.has(one.name)) continue;
      found.add(one.name);
      grey.push(...this.#named(one.points));
    }
    return found;
  }

  #living(names: ReadonlySet<string>): readonly LifeObject[] { return this.#objects.filter(({ name }) => names.has(name)); }
  #named(names: readonly string[]): readonly LifeObject[] { return this.#objects.filter(({ name }) => names.includes(name)); }
  #change(name: string, to: (one: LifeObject) => Partial<LifeObject>): void { this.#objects = this.#objects.map((one) => (one.name === name ? { ...one, ...to(one) } : one)); }

  save(): Saved { return { objects: [...this.#objects], ran: [...this.#ran], cycles: this.#cycles }; }
  load({ objects, ran, cycles }: Saved): void { [this.#objects, this.#ran, this.#cycles, this.#marked] = [[...objects], [...ran], cycles, []]; }
  picture(): LifePicture { return { objects: [...this.#objects], reachable: [...this.#reach(this.#objects.filter(({ held }) => held))], marked: [...this.#marked], ran: [...this.#ran], cycles: this.#cycles }; }
}
