import { openSearch } from './search.ts';

const typing = 'input, textarea, select, [contenteditable]';

/** Opens the search by its button, or by `/` outside a field. */
export function offerSearch(button: HTMLButtonElement | null): void {
  button?.addEventListener('click', openSearch);
  addEventListener('keydown', (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest(typing);
    if (event.key !== '/' || elsewhere) return;
    event.preventDefault();
    openSearch();
  });
}
