import type { Entry } from '../ledger/entries.ts';

/** What a book's recordings come to: its facts by name, and every quantity of its text. */
export interface Book { readonly facts: Readonly<Record<string, string>>; readonly ledger: readonly Entry[] }

/** A fact or another origin whose value would change, and the places that print it. */
export interface Difference { readonly what: string; readonly from: string; readonly to: string; readonly places: readonly Place[] }

/** Where a quantity stands, as it is printed now and would be. */
export interface Place { readonly at: string; readonly from: string; readonly to: string }

const absent = 'none';

/** What differs between two readings of the same text, facts first, in the order of the first reading. */
export function differences(before: Book, after: Book): Difference[] {
  const places = changedPlaces(before.ledger, after.ledger);
  const facts = Object.keys(before.facts).filter((name) => before.facts[name] !== after.facts[name]).map((name) =>
    ({ what: `fact ${name}`, from: before.facts[name]!, to: after.facts[name] ?? absent, places: places.get(`fact ${name}`) ?? [] }));
  const told = new Set(facts.map(({ what }) => what));
  const others = [...places].filter(([what]) => !told.has(what)).map(([what, list]) => ({ what, from: list[0]!.from, to: list[0]!.to, places: list }));
  return [...facts, ...others];
}

/** The places that print something else, by who vouches for them. */
function changedPlaces(before: readonly Entry[], after: readonly Entry[]): Map<string, Place[]> {
  const then = numbered(after);
  const places = new Map<string, Place[]>();
  for (const [key, entry] of numbered(before)) {
    const to = then.get(key)?.text ?? absent;
    if (to === entry.text) continue;
    const what = voucherOf(entry);
    places.set(what, [...places.get(what) ?? [], { at: placeOf(entry), from: entry.text, to }]);
  }
  return places;
}

const placeOf = ({ path, line, column }: Entry): string => `${path}:${line}:${column}`;

/** Entries by their place and their number there: a table has all of its numbers in one place. */
function numbered(ledger: readonly Entry[]): Map<string, Entry> {
  const counts = new Map<string, number>();
  return new Map(ledger.map((entry) => {
    const place = placeOf(entry);
    const nth = (counts.get(place) ?? 0) + 1;
    counts.set(place, nth);
    return [`${place} ${nth}`, entry];
  }));
}

/** `fact virt-hello`, `engine round-up large33000`, `recording …`. */
function voucherOf({ origin: { kind, ...rest } }: Entry): string {
  return [kind === 'claim' ? 'engine' : kind, ...Object.values(rest)].join(' ');
}

/** Lines for a terminal. What changed too when the book's own Go was recorded again on this machine is left out, but for its name. */
export function report(go: string, found: readonly Difference[], noise: readonly Difference[]): string[] {
  const unsteady = new Set(noise.map(({ what }) => what));
  const real = found.filter(({ what }) => !unsteady.has(what));
  const places = real.flatMap((difference) => difference.places);
  return [
    ...real.flatMap(({ what, from, to, places: list }) => [...(list.length > 0 && !what.startsWith('fact ') ? [what] : [`${what}: ${from} -> ${to}`]), ...list.map((place) => `  ${place.at}  ${place.from} -> ${place.to}`)]),
    ...(noise.length > 0 ? [`Different on this machine with the book’s own Go too, so not told above: ${[...unsteady].join(', ')}.`] : []),
    `With ${go.replace('go', 'Go ')} these would change: ${real.filter(({ what }) => what.startsWith('fact ')).length} of the facts, ${places.length} of the quantities in the text.`,
  ];
}
