/** When the next collection starts (`mgcpacer.go:trigger`, Go 1.19 and later). All in bytes. */

const triggerRatioDen = 64;
/** About 0.7 of the way from the marked heap to the goal; never earlier. */
const minTriggerRatioNum = 45;
/** About 0.95 of the way; never later, unless the heap is large. */
const maxTriggerRatioNum = 61;
/** A large heap may wait until this is left to the goal (`defaultHeapMinimum`). */
const defaultHeapMinimum = 4 * 2 ** 20;

/** What the trigger is computed from. A young heap has marked nothing and knows no runway. */
export interface TriggerInputs {
  readonly goal: number;
  readonly heapMarked: number;
  /** What the program is expected to allocate while the collection runs (`commit`). */
  readonly runway: number;
  /** The trigger is not below this, so that sweeping can be done by then; 0 where the memory limit sets the goal. */
  readonly sweepDistance: number;
}

/** The live heap at which a collection starts: the goal less the runway, within bounds. */
export function trigger({ goal, heapMarked, runway, sweepDistance }: TriggerInputs): number {
  if (heapMarked >= goal) return goal;
  const partOfTheWay = (ratio: number): number => Math.floor((goal - heapMarked) / triggerRatioDen) * ratio + heapMarked;
  const earliest = Math.max(sweepDistance, heapMarked, partOfTheWay(minTriggerRatioNum));
  const latest = Math.max(partOfTheWay(maxTriggerRatioNum), goal - defaultHeapMinimum, earliest);
  return Math.min(Math.max(goal - runway, earliest), latest);
}

/** The live heap at which the first collection of a program starts: 3,997,696 of 4 MiB at GOGC=100. */
export const firstTrigger = (goal: number): number => trigger({ goal, heapMarked: 0, runway: 0, sweepDistance: 0 });
