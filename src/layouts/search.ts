import { placesOf, rank, type Page, type Place } from './search-rank.ts';
import { resultItem } from './search-results.ts';

interface Found { readonly results: readonly { data(): Promise<Page> }[] }

/** What we use of Pagefind's own API; a debounced search resolves to null when a later one overtook it. */
interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<Found>;
  debouncedSearch(query: string): Promise<Found | null>;
}

/** The sentences of the dialog, `%` standing for what changes. */
interface Said { readonly none: string; readonly failed: string; readonly one: string; readonly many: string }

const pagesRead = 8;
const placesShown = 12;

const dialog = document.querySelector<HTMLDialogElement>('.finder')!;
const input = dialog.querySelector('input')!;
const list = dialog.querySelector('ol')!;
const status = dialog.querySelector('[role=status]')!;
const said = JSON.parse(dialog.dataset['words']!) as Said;

let index: Promise<Pagefind> | undefined;

/** Loads the index once; a failed load may be tried again. */
function loaded(): Promise<Pagefind> {
  index ??= import(/* @vite-ignore */ dialog.dataset['index']!) as Promise<Pagefind>;
  index.catch(() => (index = undefined));
  return index;
}

function show(items: readonly HTMLLIElement[], words: string): void {
  list.replaceChildren(...items);
  list.scrollTop = 0;
  status.textContent = words;
}

const count = (places: number, query: string): string => {
  if (places === 0) return said.none.replace('%', query);
  return places === 1 ? said.one : said.many.replace('%', String(places));
};

const placesIn = async ({ results }: Found): Promise<Place[]> =>
  (await Promise.all(results.slice(0, pagesRead).map((result) => result.data()))).flatMap(placesOf);

/** Searches for what the field says now, and shows it unless the field has changed meanwhile. */
async function search(): Promise<void> {
  const query = input.value.trim();
  if (!query) return show([], '');
  const pagefind = await loaded();
  const loose = await pagefind.debouncedSearch(query);
  if (!loose) return;
  const exact = await pagefind.search(`"${query}"`);
  const places = rank(query, await placesIn(exact), await placesIn(loose), placesShown);
  if (query === input.value.trim()) show(places.map(resultItem), count(places.length, query));
}

const trySearch = () => search().catch((error: unknown) => {
  console.error(error);
  show([], said.failed);
});

/** The browser takes the focus from a hidden field only at its next frame; until then a slash would be meant for the field. */
function leave(event: Event): void {
  event.preventDefault();
  dialog.close();
  input.blur();
}

/** Escape closes, even where a search field would only empty itself; the arrows walk through field and results. */
function press(event: KeyboardEvent): void {
  if (event.key === 'Escape') return leave(event);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement & HTMLInputElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Enter in the field opens the first result instead of closing the dialog. */
function submit(event: SubmitEvent): void {
  if (event.submitter?.matches('.quiet') && document.activeElement !== input) return;
  event.preventDefault();
  list.querySelector('a')?.click();
}

input.addEventListener('input', trySearch);
dialog.addEventListener('keydown', press);
dialog.querySelector('form')!.addEventListener('submit', submit);
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog || (target as Element).closest('li a')) dialog.close();
});

/** The index begins to load; what was typed already is searched for. */
export function beginSearch(): void {
  if (input.value.trim()) void trySearch();
  loaded().then((pagefind) => pagefind.init(), (error: unknown) => {
    console.error(error);
    show([], said.failed);
  });
}
