import recording from '../../../oracle/recordings/malloc/exhibit.json' with { type: 'json' };
import type { HeapOp } from '../../engine/allocators/allocator.ts';
import { designs, type Design, type PerDesign, type Slots } from '../../engine/allocators/designs.ts';
import type { Real } from '../../engine/machine.ts';
import { answersTo } from '../../oracle/heap-program.ts';
import type { Presets } from './program.ts';

const library: PerDesign<string> = { glibc: 'glibc', fastbins: 'glibc-fastbins', tcmalloc: 'tcmalloc', jemalloc: 'jemalloc', mimalloc: 'mimalloc' };

/** The addresses one library answered, as slots: counted from the first block, at the distance of the second. */
function slotsOf(program: readonly HeapOp[], preset: Presets, design: Design): readonly (number | null)[] {
  const row = recording.rows.find((each) => each.program === preset && each.library === library[design])!;
  const addrs = answersTo(program, row).map(({ answer }) => answer);
  const [first, second] = [addrs[0]!, addrs[1]!];
  return addrs.map((addr) => (addr === null ? null : (addr - first) / (second - first)));
}

/** Where the five real libraries put the blocks of an exhibit. */
export const recordedExhibit = (preset: Presets): Real<HeapOp, Slots> => ({
  answers: async (program) => {
    const all = designs.map((design) => [design, slotsOf(program, preset, design)] as const);
    return program.map((_, call) => Object.fromEntries(all.map(([design, slots]) => [design, slots[call]!])) as Slots);
  },
});
