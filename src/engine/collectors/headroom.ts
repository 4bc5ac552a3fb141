/** What a collector does for each word that the program allocates, by how much room it has beyond the living. */
import type { Machine } from '../machine.ts';
import type { Collector } from './collector.ts';
import { cheney, markSweep, perWord } from './costs.ts';
import { MarkSweep } from './mark-sweep.ts';
import { Semispace } from './semispace.ts';
import { alive, fill, replace, type Steady } from './steady.ts';

/** Words touched for each word allocated: as an engine counts them, and by the formula of its kind. */
export interface Price { readonly counted: number; readonly formula: number }

/** `headroom`: of the heap beyond the living, in percent of the living. Copying has none where its half would be full. */
export interface Prices { readonly headroom: number; readonly markSweep: Price; readonly copying: Price | null }

/** A heap is to be so much larger than what lives in it, in percent. */
export interface HeadroomOp { readonly headroom: number }
export interface HeadroomEvent { readonly kind: 'counted'; readonly prices: Prices }

/** Collections that are counted, the second one first: the one before found a table half filled. */
const cycles = 12;

/** Words of memory, as the collectors round them: 32 words share a word of the bitmap. */
export const memoryFor = ({ words }: { readonly words: number }, headroom: number): number => Math.round((words * (1 + headroom / 100)) / 32) * 32;

/** By formula alone, for any size of memory in words; undefined where copying has no room. */
export const markSweepPrice = (load: Steady, memory: number): number => perWord(markSweep(alive(load), memory), memory - alive(load).words);
export function copyingPrice(load: Steady, memory: number): number | undefined {
  const price = perWord(cheney(alive(load)), memory / 2 - alive(load).words);
  return Number.isFinite(price) ? price : undefined;
}

export function pricesAt(load: Steady, headroom: number): Prices {
  const { words } = alive(load);
  const memory = memoryFor({ words }, headroom);
  const copying = copyingPrice(load, memory);
  const hasRoom = memory / 2 - words > 2 * load.words;
  return {
    headroom: (100 * memory) / words - 100,
    markSweep: { counted: countedBy(new MarkSweep({ heap: 8 * memory }), load), formula: markSweepPrice(load, memory) },
    copying: copying !== undefined && hasRoom ? { counted: countedBy(new Semispace({ heap: 8 * memory }), load), formula: copying } : null,
  };
}

/** Runs the program through so many whole cycles. */
export function countedBy(collector: Collector, load: Steady, next = replace): number {
  const { work } = collector;
  for (const op of fill(load)) collector.apply(op);
  let id = load.live;
  const until = (collections: number): void => {
    while (work.collections < collections) for (const op of next(load, ++id)) collector.apply(op);
  };
  until(work.collections + 2);
  const [touched, allocated] = [work.touched, work.allocated];
  until(work.collections + cycles);
  return (work.touched - touched) / (work.allocated - allocated);
}

/** One program on heap after heap; remembers what it counted. */
export class HeadroomMachine implements Machine<HeadroomOp, HeadroomEvent, Prices, readonly Prices[], readonly Prices[]> {
  readonly #load: Steady;
  readonly #known: Map<number, Prices>;
  #counted: readonly Prices[] = [];

  /** `known`: what was counted of the same program before, by headroom. It is added to. */
  constructor(load: Steady, known = new Map<number, Prices>()) {
    this.#load = load;
    this.#known = known;
  }

  *run(op: HeadroomOp): Generator<HeadroomEvent, Prices, void> {
    const prices = this.apply(op);
    yield { kind: 'counted', prices };
    return prices;
  }

  apply({ headroom }: HeadroomOp): Prices {
    const prices = this.#known.get(headroom) ?? pricesAt(this.#load, headroom);
    this.#known.set(headroom, prices);
    this.#counted = [...this.#counted, prices];
    return prices;
  }

  save(): readonly Prices[] { return this.#counted; }
  load(saved: readonly Prices[]): void { this.#counted = saved; }
  picture(): readonly Prices[] { return this.#counted; }
}
