const typing = 'input, textarea, select, [contenteditable]';

/** Shows the dialog at once, its field selected; what searches is loaded meanwhile and takes up what was typed. */
function open(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.finder')!;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')!.select();
  import('./search.ts').then(({ beginSearch }) => { beginSearch(); }, (error: unknown) => {
    console.error(error);
    dialog.querySelector('[role=status]')!.textContent = (JSON.parse(dialog.dataset['words']!) as { failed: string }).failed;
  });
}

/** Opens the search by its button, or by `/` outside a field. */
export function offerSearch(button: HTMLButtonElement | null): void {
  button?.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest(typing);
    if (event.key !== '/' || elsewhere) return;
    event.preventDefault();
    open();
  });
}
