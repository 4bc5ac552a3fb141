import recording from '../../../oracle/recordings/scripts/after-death.json' with { type: 'json' };
import type { LifeAnswer, LifeOp } from '../../engine/go/lifetimes/lifetimes.ts';
import type { Real } from '../../engine/machine.ts';

/** Codes of the recorded operations; src/oracle/go-runtime/operations.ts has them all. */
const codes = { allocate: 0, link: 2, drop: 3, collect: 4, finalizer: 24, cleanup: 25, weak: 26, events: 28 };
/** Identities from here on are those of cleanups. */
const cleanupBit = 2 ** 30;

const nameOf = (slot: number): string => String.fromCharCode('a'.charCodeAt(0) + slot);

/** A recorded script as our operations, and what had run after each collection. */
export function scriptOf(name: string): { readonly ops: readonly LifeOp[]; readonly ran: readonly (readonly string[])[] } {
  const { ops, answers } = recording.rows.find((row) => row.name === name)!;
  const slots = [...new Set(ops.filter(([code]) => code === codes.allocate).map(([, slot]) => slot!))];
  const named = (slot: number | undefined): string => nameOf(slots.indexOf(slot ?? 0));
  const who = new Map<number, string>();
  const read = ([code, slot, field, more]: readonly number[]): LifeOp | undefined => {
    const of = named(slot);
    switch (code) {
      case codes.allocate: return { do: 'new', name: of };
      case codes.finalizer: who.set(field!, `${of}()`); return { do: 'finalizer', of };
      case codes.cleanup: who.set(cleanupBit + field!, `${of}${[...who.values()].filter((each) => each.startsWith(of)).length + 1}`); return { do: 'cleanup', of };
      case codes.weak: return { do: 'weak', of: named(field) };
      case codes.link: return { do: 'link', from: of, to: named(more) };
      case codes.drop: return { do: 'drop', of };
      case codes.collect: return { do: 'gc' };
      default: return undefined;
    }
  };
  const mine = ops.map(read).filter((op) => op !== undefined);
  const events = answers.filter((_, i) => ops[i]![0] === codes.events).map(([, , ...ids]) => ids.map((id) => who.get(id)!));
  return { ops: dropsLast(mine), ran: events.map((all, i) => all.slice(i === 0 ? 0 : events[i - 1]!.length)) };
}

/** Slots that never held an object are dropped too; there is nothing to it. */
const dropsLast = (ops: readonly LifeOp[]): readonly LifeOp[] => {
  const made = new Set(ops.flatMap((op) => (op.do === 'new' ? [op.name] : [])));
  const dropped = new Set<string>();
  return ops.filter((op) => op.do !== 'drop' || (made.has(op.of) && !dropped.has(op.of) && dropped.add(op.of)));
};

/** What the real runtime ran after each collection of a script. */
export const recordedLives = (name: string): Real<LifeOp, LifeAnswer> => ({
  answers: async (program) => {
    const ran = scriptOf(name).ran.values();
    return program.map((op) => ({ ran: op.do === 'gc' ? ran.next().value! : [] }));
  },
});
