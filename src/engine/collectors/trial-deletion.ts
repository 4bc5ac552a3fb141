import { dead, inUse, onTrial, suspect, type Counts } from './counts.ts';
import type { Phase } from './event.ts';
import { fieldsOf, nil, type ObjectHeap } from './object-heap.ts';
import type { Work } from './work.ts';

/**
 * Finds dead cycles without a root: takes away, on trial, every count that comes from within; what is left comes from outside
 * (Lins 1992; Bacon and Rajan 2001, the synchronous algorithm, whose MarkGray, Scan, ScanBlack and CollectWhite these are).
 *
 * Looks only at what the suspects lead to. Afterwards the counts of all survivors are what they were.
 */
export class TrialDeletion {
  readonly #heap: ObjectHeap;
  readonly #counts: Counts;
  readonly #work: Work;

  constructor(heap: ObjectHeap, counts: Counts, work: Work) {
    this.#heap = heap;
    this.#counts = counts;
    this.#work = work;
  }

  collect(phase: (phase: Phase) => void): void {
    phase('trial');
    const suspects = this.#suspects();
    for (const addr of suspects) this.#try(addr);
    phase('rescue');
    for (const addr of suspects) this.#judge(addr);
    phase('release');
    const found: number[] = [];
    for (const addr of suspects) {
      this.#counts.acquit(this.#id(addr));
      this.#gather(addr, found);
    }
    for (const addr of found) this.#counts.free(addr);
  }

  #id(addr: number): number { return this.#heap.words[addr]!; }

  /** One that was pointed to again meanwhile is none. */
  #suspects(): readonly number[] {
    const { colors, suspects } = this.#counts;
    const isCleared = (addr: number): boolean => colors[this.#id(addr)] !== suspect;
    this.#work.touched += suspects.length;
    for (const addr of suspects.filter(isCleared)) this.#counts.acquit(this.#id(addr));
    return suspects.slice();
  }

  /** MarkGray: each pointer from inside is taken from the count of its target. */
  #try(start: number): void {
    const { colors, counts } = this.#counts;
    for (const pending = [start]; pending.length > 0;) {
      const addr = pending.pop()!;
      const id = this.#id(addr);
      if (colors[id] === onTrial) continue;
      colors[id] = onTrial;
      this.#eachTarget(addr, (target) => {
        const its = this.#id(target);
        counts[its]!--;
        this.#work.touched++;
        this.#work.tell?.({ kind: 'tried', id: its, count: counts[its]! });
        pending.push(target);
      });
    }
  }

  /** Scan: a count that is left comes from outside, and rescues; without one the object is dead, unless a later rescue reaches it. */
  #judge(start: number): void {
    const { colors, counts } = this.#counts;
    for (const pending = [start]; pending.length > 0;) {
      const addr = pending.pop()!;
      const id = this.#id(addr);
      this.#work.touched++;
      if (colors[id] !== onTrial) continue;
      if (counts[id]! > 0) { this.#rescue(addr); continue; }
      colors[id] = dead;
      this.#work.tell?.({ kind: 'condemned', id });
      this.#eachTarget(addr, (target) => { pending.push(target); });
    }
  }

  /** ScanBlack: gives back what the trial took, here and in all that it leads to. */
  #rescue(start: number): void {
    const { colors, counts } = this.#counts;
    colors[this.#id(start)] = inUse;
    for (const pending = [start]; pending.length > 0;) {
      this.#eachTarget(pending.pop()!, (target) => {
        const its = this.#id(target);
        counts[its]!++;
        this.#work.touched++;
        this.#work.tell?.({ kind: 'rescued', id: its, count: counts[its]! });
        if (colors[its] === inUse) return;
        colors[its] = inUse;
        pending.push(target);
      });
    }
  }

  /** CollectWhite: all that was found dead, each once. Another suspect waits for its own turn. */
  #gather(start: number, found: number[]): void {
    const { colors } = this.#counts;
    for (const pending = [start]; pending.length > 0;) {
      const addr = pending.pop()!;
      const id = this.#id(addr);
      this.#work.touched++;
      if (colors[id] !== dead || this.#counts.isWaiting(id)) continue;
      colors[id] = inUse;
      found.push(addr);
      this.#eachTarget(addr, (target) => { pending.push(target); });
    }
  }

  #eachTarget(addr: number, visit: (target: number) => void): void {
    const { words, shape } = this.#heap;
    const fields = fieldsOf(shape[words[addr]!]!);
    this.#work.touched += 1 + fields;
    for (let at = addr + 1; at <= addr + fields; at++) if (words[at] !== nil) visit(words[at]!);
  }
}
