/** What was measured of one page, by name: milliseconds, frames a second, MB. */
export type Numbers = Readonly<Record<string, number>>;

/** How much of one number is allowed: at most, or at least. Milliseconds, frames a second, or MB, as the number's own. */
type Limit = { readonly most: number } | { readonly least: number } | { readonly timesEmpty: number };

/** What a reader's phone may take, four times slower than this machine: peers and ceilings were measured beside it. */
export const loading: Readonly<Record<string, Limit>> = {
  fcp: { timesEmpty: 1.2 },
  lcp: { timesEmpty: 1.2 },
  block: { most: 20 },
  cls: { most: 0 },
  heap: { most: 4 },
};

/** The same for the first figure of a page under a reader's hands. `grown` is MB over 200 restarts. */
export const handling: Readonly<Record<string, Limit>> = {
  cold: { most: 1_500 },
  warm: { most: 300 },
  step95: { most: 35 },
  drag95: { most: 25 },
  fps: { least: 58 },
  long: { most: 0 },
  grown: { most: 5 },
};

/** How much may be spent, in the unit of what was; undefined where nothing is asked. */
function bound(limit: Limit, empty: number): { readonly at: number; readonly isMost: boolean } {
  if ('least' in limit) return { at: limit.least, isMost: false };
  return { at: 'most' in limit ? limit.most : limit.timesEmpty * empty, isMost: true };
}

/** What is over its budget, a sentence each: the number, what it was, what is allowed. `empty` is the same of the empty page. */
export function over(measured: Numbers, limits: Readonly<Record<string, Limit>>, empty: Numbers = {}): readonly string[] {
  return Object.entries(limits).flatMap(([name, limit]) => {
    const was = measured[name];
    const { at, isMost } = bound(limit, empty[name] ?? 0);
    if (was === undefined || (isMost ? was <= at : was >= at)) return [];
    return [`${name} is ${round(was)}, ${isMost ? 'at most' : 'at least'} ${round(at)} is allowed`];
  });
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
