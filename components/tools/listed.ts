/** As many things are listed one below the other: a text may hold a hundred thousand, which would stop the page. */
export const mostListed = 200;

/** Part of a list, its order kept, and how long the whole is. */
export interface Listed<Item> { readonly items: readonly Item[]; readonly all: number }

/** The items that weigh most, the last of equals. */
export function heaviest<Item>(items: readonly Item[], weigh: (item: Item) => number, most = mostListed): Listed<Item> {
  if (items.length <= most) return { items, all: items.length };
  const kept = new Set(items.map((item, at) => ({ at, weight: weigh(item) })).sort((a, b) => b.weight - a.weight || b.at - a.at).slice(0, most).map(({ at }) => at));
  return { items: items.filter((_, at) => kept.has(at)), all: items.length };
}
