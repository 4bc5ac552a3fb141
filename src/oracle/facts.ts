import type { Quantity } from '../i18n/quantity.ts';
import { allocatorFacts } from './facts/allocators.ts';
import { collectorFacts } from './facts/collector.ts';
import { counterFacts } from './facts/counters.ts';
import type { Facts } from './facts/fact.ts';
import { giveBackFacts } from './facts/give-back.ts';
import { goHeapFacts } from './facts/go-heap.ts';
import { heapFacts } from './facts/heap.ts';
import { limitFacts } from './facts/limits.ts';
import { otherMemoryFacts } from './facts/other-memory.ts';
import { processFacts } from './facts/processes.ts';
import { stackFacts } from './facts/stacks.ts';
import { startupFacts } from './facts/startup.ts';

/**
 * Quantities the prose takes from recordings of the real thing: `<Claim fact="…"/>`.
 * Recording again with another Go changes the sentences that use them.
 */
const facts: Facts = { ...processFacts, ...startupFacts, ...counterFacts, ...limitFacts, ...allocatorFacts, ...heapFacts, ...goHeapFacts, ...giveBackFacts, ...stackFacts, ...otherMemoryFacts, ...collectorFacts };

export const factNames: readonly string[] = Object.keys(facts);

/** The fact called `name`; an unknown name lists the known ones. */
export function factNamed(name: string): Quantity {
  const fact = facts[name];
  if (!fact) throw new Error(`There is no fact "${name}". Known: ${factNames.join(', ')}.`);
  return fact();
}
