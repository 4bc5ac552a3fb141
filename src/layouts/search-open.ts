const typing = 'input, textarea, select, [contenteditable]';

/** Loads the search on its first use: the button, or `/` outside a field. */
export function openOnDemand(button: HTMLButtonElement | null): void {
  const open = async () => (await import('./search.ts')).openSearch();
  button?.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest(typing);
    if (event.key !== '/' || elsewhere) return;
    event.preventDefault();
    void open();
  });
}
