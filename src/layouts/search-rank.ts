/** A page Pagefind found, with its sections. Excerpts are HTML whose only elements are `<mark>`. */
export interface Page {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** A place to go to: a section of a page, or the page itself. */
export interface Place {
  readonly page: string;
  readonly section: string;
  readonly url: string;
  readonly excerpt: string;
}

/** The sections of a page in which something was found. */
export function placesOf({ url, meta, excerpt, sub_results: sections }: Page): Place[] {
  const page = meta.title ?? url;
  if (sections.length === 0) return [{ page, section: page, url, excerpt }];
  return sections.map((section) => ({ page, section: section.title, url: section.url, excerpt: section.excerpt }));
}

/** What a heading says about a query: 0 is the very words, 1 holds them, 2 does not. */
function distance(query: string, heading: string): number {
  const [sought, title] = [query.toLowerCase(), heading.toLowerCase()];
  if (title.split(/\s+/).includes(sought) || title === sought) return 0;
  return title.includes(sought) ? 1 : 2;
}

/**
 * Places with the query's exact words before those with its parts, and a heading before a mention.
 * Pagefind alone would put a page that often says 写 and 时 before the one entitled 写时复制.
 */
export function rank(query: string, exact: readonly Place[], loose: readonly Place[], most: number): Place[] {
  const places = new Map([...exact, ...loose].map((place) => [place.url, place]));
  const isExact = new Set(exact.map(({ url }) => url));
  const order = (place: Place): number => {
    const far = distance(query, place.section);
    return far === 0 || isExact.has(place.url) ? far : far + 2;
  };
  return [...places.values()].sort((a, b) => order(a) - order(b)).slice(0, most);
}
