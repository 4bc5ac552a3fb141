import { resultItems, type Page } from './search-results.ts';

/** What we use of Pagefind's own API; `search` resolves to null when a later one overtook it. */
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly { data(): Promise<Page> }[] } | null>;
}

/** The sentences of the dialog, `%` standing for what changes. */
interface Said { readonly none: string; readonly failed: string; readonly one: string; readonly many: string }

const pagesShown = 8;

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

/** Searches for what the field says now, and shows it unless the field has changed meanwhile. */
async function search(): Promise<void> {
  const query = input.value.trim();
  if (!query) return show([], '');
  const found = await (await loaded()).debouncedSearch(query);
  if (!found) return;
  const pages = await Promise.all(found.results.slice(0, pagesShown).map((result) => result.data()));
  const items = pages.flatMap(resultItems);
  if (query === input.value.trim()) show(items, count(items.length, query));
}

const trySearch = () => search().catch((error: unknown) => {
  console.error(error);
  show([], said.failed);
});

/** Moves the focus through the field and the results: down, up, and round the ends not at all. */
function move(event: KeyboardEvent): void {
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
dialog.addEventListener('keydown', move);
dialog.querySelector('form')!.addEventListener('submit', submit);
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog || (target as Element).closest('li a')) dialog.close();
});

/** Opens the dialog, its field selected; the index begins to load. */
export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
  loaded().then((pagefind) => pagefind.init(), (error: unknown) => {
    console.error(error);
    show([], said.failed);
  });
}
