import { machines, type MachineName } from '../../../src/engine/allocators/machines.ts';
import { measure } from '../../../src/engine/allocators/measure.ts';
import { drain } from '../../../src/engine/machine.ts';
import type { HeapOp } from '../../../src/engine/allocators/allocator.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { briefBytes, type Compared } from './compared.ts';
import { digest } from './digest.ts';
import type { StillNumbers } from './page/words.ts';
import type { Reading } from './reading.ts';

/** The allocators compared before the reader chooses. */
export const firstChoice: readonly MachineName[] = ['glibc', 'tcmalloc', 'mimalloc', 'first-fit', 'best-fit', 'buddy'];

/** Fewer marks than the living chart has: the page carries them all. */
const marks = 160;

export interface Still { readonly reading: Reading; readonly runs: readonly Compared[] }

/** A program performed by the first choice, as the page is built. */
export function still(program: readonly HeapOp[]): Still {
  const reading = digest({ format: 'rep', program, lines: [] }, marks);
  return { reading, runs: firstChoice.map((machine) => ({ machine, run: drain(measure(machines[machine].make, program, reading.marks)) })) };
}

/** The numbers of the words beside the still. */
export function stillNumbers({ reading, runs }: Still, locale: Locale): StillNumbers {
  const last = (name: MachineName) => runs.find(({ machine }) => machine === name)!.run.last;
  const bytes = (count: number): string => briefBytes(count, locale);
  const steps = (name: MachineName): string => formatNumber(last(name).steps / reading.operations, 1);
  const calls = (name: MachineName): string => formatNumber(last(name).systemCalls);
  const close = (['first-fit', 'best-fit', 'buddy', 'glibc'] as const).map((name) => last(name).peakHeap).sort((a, b) => a - b);
  return {
    operations: formatNumber(reading.operations),
    asked: bytes(reading.peakLive),
    close: [bytes(close[0]!), bytes(close.at(-1)!)],
    steps: { firstFit: steps('first-fit'), glibc: steps('glibc') },
    calls: { firstFit: calls('first-fit'), glibc: calls('glibc') },
    tcmalloc: bytes(last('tcmalloc').peakHeap),
    mimalloc: bytes(last('mimalloc').peakHeap),
    end: { held: bytes(last('glibc').heap), live: bytes(last('glibc').live) },
  };
}
