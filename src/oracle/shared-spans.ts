/** A program that shows in which order the collector scans: by what the page reclaimer then knows to be alive. */
import { random } from '../engine/random.ts';
import type { RuntimeOp } from './go-runtime.ts';

/** Objects of the largest size that waits to be scanned in its span, of one that waits in a buffer, and of one that has pages of its own. */
const [small, large, huge] = [512, 1024, 200_000];
/** Objects in a row of which two live on: about a span. */
const group = 15;
const groups = 24;
/** So much lives that with GOGC 400 nobody has to sweep before something is allocated again: only the reclaimer does. */
const ballast = 70;
/** More than the first collection lets be allocated. */
const waste = 24;

const giveWay: RuntimeOp = { do: 'yield', nanoseconds: 0 };
const repeated = (times: number, op: (i: number) => RuntimeOp): RuntimeOp[] => Array.from({ length: times }, (_, i) => op(i));

/**
 * Spans of small objects in which two live on: in every other span held by slots, in the others each by a larger object alone. Those two
 * are found one after the other if small objects come first, and together, of which the reclaimer hears, if larger ones do.
 * Then a collection, a large object for which pages are reclaimed, and small ones, whose addresses say which spans were swept.
 */
export function sharedSpans(seed: number): RuntimeOp[] {
  const chance = random(seed);
  return [
    ...repeated(ballast, (i) => ({ do: 'allocate', slot: 700 + i, size: huge, pointers: 0 })),
    ...repeated(group * groups, (slot) => ({ do: 'allocate', slot, size: small, pointers: 1 })),
    ...Array.from({ length: groups }, (_, i) => survivors(i, chance.int(group - 1))).flat(),
    ...repeated(waste, () => ({ do: 'allocate', slot: 999, size: huge, pointers: 0 })), giveWay, giveWay,
    ...repeated(3 * group, (i) => ({ do: 'allocate', slot: 500 + i, size: small, pointers: 1 })),
  ];
}

/** Of a group the two from `first` on live. */
function survivors(index: number, first: number): RuntimeOp[] {
  const slots = Array.from({ length: group }, (_, i) => index * group + i);
  const living = slots.slice(first, first + 2);
  const isHeld = index % 2 === 0;
  const holders = living.flatMap((to, i): RuntimeOp[] => [{ do: 'allocate', slot: 600 + 2 * index + i, size: large, pointers: 1 }, { do: 'link', from: 600 + 2 * index + i, word: 0, to }]);
  const dropped = slots.filter((slot) => !(isHeld && living.includes(slot)));
  return [...(isHeld ? [] : holders), ...dropped.map((slot): RuntimeOp => ({ do: 'drop', slot }))];
}
