/** What generations save and what they cost, by how many of the new objects die before anybody looks. */
import type { Machine } from '../machine.ts';
import type { Collector } from './collector.ts';
import type { CollectorOp } from './event.ts';
import { Generational } from './generational.ts';
import { markSweepPrice, memoryFor } from './headroom.ts';
import { alive, fill, replace, type Steady } from './steady.ts';

/** So many percent of the new objects are dead at once; the others take their place in the table. */
export interface ShareOp { readonly share: number }
/** Words touched for each word allocated: by generations as counted; by mark and sweep by formula, which asks only what lives. */
export interface SharePrices { readonly share: number; readonly generational: number; readonly markSweep: number }
export interface ShareEvent { readonly kind: 'counted'; readonly prices: SharePrices }
export interface SharePicture { readonly all: readonly SharePrices[]; readonly at: number | undefined; readonly crossing: number }

export const shares = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100] as const;

const load: Steady = { live: 199, words: 8, fields: 3 };
const { words } = alive(load);
/** Words allocated while counting, whole cycles of each of the three heaps; and before it. */
const [counted, before] = [32 * words, 8 * words];
/** Of the heap; of a quarter, an eighth and so on, the one with the lowest price where most die. */
const nursery = 1 / 16;
/** In every so many objects the share is kept. */
const period = 20;

/** What the program does for ever: objects that die at once are spread evenly among the others. */
function* mixed(share: number): Generator<CollectorOp, void, void> {
  let survivors = 0;
  for (let id = load.live + 1; ; id++) {
    if ((id * 7) % period < (share / 100) * period) {
      yield { do: 'new', id, size: 8 * (load.words - 1), fields: load.fields };
      yield { do: 'set', id, field: 0, to: 0 };
      yield { do: 'drop', id };
    } else {
      yield* survive(id, survivors++);
    }
  }
}

/** As {@link replace} does, but that the table's places are taken in turn by those that survive. */
function* survive(id: number, nth: number): Generator<CollectorOp, void, void> {
  for (const op of replace(load, id)) yield op.do === 'set' && op.id === 0 ? { ...op, field: nth % load.live } : op;
}

/** As counted. */
export function priceOf(collector: Collector, share: number): number {
  const { work } = collector;
  for (const op of fill(load)) collector.apply(op);
  const ops = mixed(share);
  const until = (allocated: number): void => { while (work.allocated < allocated) collector.apply(ops.next().value!); };
  until(work.allocated + before);
  const [touched, allocated] = [work.touched, work.allocated];
  until(allocated + counted);
  return (work.touched - touched) / (work.allocated - allocated);
}

export function pricesOf(gogc: number): readonly SharePrices[] {
  const memory = memoryFor({ words }, gogc);
  const markSweep = markSweepPrice(load, memory);
  return shares.map((share) => ({ share, generational: priceOf(new Generational({ heap: 8 * memory, nursery }), share), markSweep }));
}

/** From which share on generations are cheaper, in percent: between two that were counted, on the line that joins them. */
export function crossingOf(prices: readonly SharePrices[]): number {
  const after = prices.findIndex(({ generational, markSweep }) => generational < markSweep);
  const [low, high] = [prices[after - 1]!, prices[after]!];
  const [above, below] = [low.generational - low.markSweep, high.markSweep - high.generational];
  return low.share + ((high.share - low.share) * above) / (above + below);
}

/** The same program, more and more of whose objects die young. */
export class DieYoung implements Machine<ShareOp, ShareEvent, SharePrices, SharePicture, number | undefined> {
  readonly #prices: readonly SharePrices[];
  #at: number | undefined;

  /** `prices` as {@link pricesOf} counts them. */
  constructor(prices: readonly SharePrices[]) { this.#prices = prices; }

  *run(op: ShareOp): Generator<ShareEvent, SharePrices, void> {
    const prices = this.apply(op);
    yield { kind: 'counted', prices };
    return prices;
  }

  apply({ share }: ShareOp): SharePrices {
    this.#at = share;
    return this.#prices.find((each) => each.share === share)!;
  }

  save(): number | undefined { return this.#at; }
  load(saved: number | undefined): void { this.#at = saved; }
  picture(): SharePicture { return { all: this.#prices, at: this.#at, crossing: crossingOf(this.#prices) }; }
}
