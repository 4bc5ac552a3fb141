import recording from '../../../oracle/recordings/leaks.json' with { type: 'json' };
import type { LeakAnswer, LeakOp } from '../../engine/go/goroutine-leaks/leak-search.ts';
import type { Real } from '../../engine/machine.ts';
import type { Presets } from './words.ts';

/** A graph as recorded: goroutines and channels by index. */
export interface RecordedGraph { readonly global: readonly number[]; readonly goroutines: readonly { readonly waits: readonly number[]; readonly holds: readonly number[] }[]; readonly leaked: readonly number[] }

const channel = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);
const goroutine = (index: number): string => `G${index + 1}`;

/** The same graph as a program, and who leaked in it. */
export function programOf({ global, goroutines, leaked }: RecordedGraph): { readonly ops: readonly LeakOp[]; readonly leaked: readonly string[] } {
  const ops: readonly LeakOp[] = [
    ...goroutines.map(({ waits, holds }, i): LeakOp => ({ do: 'go', goroutine: { name: goroutine(i), waits: waits.map(channel), holds: holds.map(channel) } })),
    ...(global.length > 0 ? [{ do: 'global', channels: global.map(channel) } as const] : []),
    { do: 'profile' },
  ];
  return { ops, leaked: leaked.map(goroutine) };
}

/** What the real profile named, for an example of the figure. */
export const recordedLeaks = (preset: Presets): Real<LeakOp, LeakAnswer> => ({
  answers: async (program) => {
    const { ops, leaked } = programOf(recording.rows.find(({ name }) => name === preset)!);
    if (JSON.stringify(ops) !== JSON.stringify(program)) throw new Error(`Another program was recorded as "${preset}".`);
    return program.map((op) => ({ leaked: op.do === 'profile' ? leaked : [] }));
  },
});
