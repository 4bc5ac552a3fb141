/** What was measured of one page, by name: milliseconds, frames a second, MB. */
export type Numbers = Readonly<Record<string, number>>;

/** How much of one number is allowed: at most, at least, or so many times what a page that does next to nothing takes in the same run. Milliseconds, frames a second, or MB, as the number's own. */
type Limit = { readonly most: number } | { readonly least: number } | { readonly times: number };

/** What a reader's phone may take, four times slower than this machine, beside an empty page of the same shell. */
export const loading: Readonly<Record<string, Limit>> = {
  fcp: { times: 1.2 },
  lcp: { times: 1.2 },
  block: { most: 20 },
  cls: { most: 0 },
  heap: { most: 4 },
};

/**
 * The same for the first figure of a page under a reader's hands, beside one of forty bars written by hand, which does next to
 * nothing. Where peers were measured such a page took 19 ms a step and 20 a drag, and 35 and 25 were asked of ours. `grown` is MB over
 * 200 restarts.
 */
export const handling: Readonly<Record<string, Limit>> = {
  cold: { most: 1_500 },
  warm: { most: 300 },
  step95: { times: 35 / 19 },
  drag95: { times: 25 / 20 },
  fps: { least: 58 },
  long: { most: 0 },
  grown: { most: 5 },
};

/** How much may be spent, in the unit of what was; undefined where nothing is asked. */
function bound(limit: Limit, least: number): { readonly at: number; readonly isMost: boolean } {
  if ('least' in limit) return { at: limit.least, isMost: false };
  return { at: 'most' in limit ? limit.most : limit.times * least, isMost: true };
}

/** What is over its budget, a sentence each: the number, what it was, what is allowed. `beside` is the same of the page that does next to nothing. */
export function over(measured: Numbers, limits: Readonly<Record<string, Limit>>, beside: Numbers = {}): readonly string[] {
  return Object.entries(limits).flatMap(([name, limit]) => {
    const was = measured[name];
    const { at, isMost } = bound(limit, beside[name] ?? 0);
    if (was === undefined || (isMost ? was <= at : was >= at)) return [];
    return [`${name} is ${round(was)}, ${isMost ? 'at most' : 'at least'} ${round(at)} is allowed`];
  });
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
