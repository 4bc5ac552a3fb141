const root = document.documentElement;

/** Shows a theme now; an empty choice follows the system. */
function show(choice: string): void {
  if (choice) root.dataset['theme'] = choice;
  else delete root.dataset['theme'];
}

/** Keeps the choice for the next page; a browser that keeps nothing asks again. */
function keep(choice: string): void {
  try {
    localStorage.setItem('theme', choice);
  } catch (error) {
    console.info('This browser keeps no settings, so the theme lasts for this page only.', error);
  }
}

/** Makes the control show the present theme and set it, here and in the book's other tabs. */
export function offerThemes(control: HTMLSelectElement | null): void {
  if (!control) return;
  control.value = root.dataset['theme'] ?? '';
  control.addEventListener('change', () => {
    show(control.value);
    keep(control.value);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'theme') return;
    show(newValue ?? '');
    control.value = newValue ?? '';
  });
}
