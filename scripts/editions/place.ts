import { noSite } from '../../src/i18n/project.ts';

/** Whether that is an address of a book whose build was told none. */
export const isInvented = (address: string): boolean => address.startsWith(`${noSite}/`);

/** What links inside one file need to know: which pages of the site the file holds. */
export interface Holdings {
  /** Address of the book's contents page in this language. */
  readonly home: string;
  /** Names of the pages held: `1-2-stack`, `glossary`. */
  readonly pages: ReadonlySet<string>;
  /** Which of them shows each figure. */
  readonly figures: ReadonlyMap<string, string>;
  /** The id of each term's entry in the glossary. */
  readonly terms: ReadonlyMap<string, string>;
}

/** The id of a page's beginning. Ids of XML begin with a letter. */
export const rootId = (page: string): string => `s-${page}`;

/** The id of an element in a file that holds all pages. */
export const idIn = (page: string, id: string): string => `${rootId(page)}.${id}`;

/** The page an id was given for. */
export const pageOf = (id: string): string => /^s-([^.]+)/.exec(id)?.[1] ?? '';

/** Where a link leads from the file: `#s-2-3-go-allocator.mcache` if that is in it, else the whole address. */
export function place(href: string, page: string, { home, pages, figures }: Holdings): string {
  const url = new URL(href, `${home}${page}/`);
  if (!url.href.startsWith(home)) return url.href;
  const [first = '', second = ''] = url.pathname.slice(new URL(home).pathname.length).split('/');
  const shower = first === 'figures' ? figures.get(second) : undefined;
  if (shower !== undefined) return `#${idIn(shower, second)}`;
  if (!pages.has(first) || second !== '') return url.href;
  return `#${url.hash === '' ? rootId(first) : idIn(first, decodeURIComponent(url.hash.slice(1)))}`;
}
