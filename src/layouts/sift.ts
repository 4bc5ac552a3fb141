/** Whether a text has all the words of a query, in any order, whatever their case. */
export function has(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}

/** A question's answer, its line in the list above, and what both say. */
interface Sifted { readonly parts: readonly HTMLElement[]; readonly text: string }

/** Hides what holds nothing to be seen any more: lists and headings whose questions are all hidden. */
function hideEmpty(page: HTMLElement): void {
  for (const group of page.querySelectorAll<HTMLElement>('[data-group]')) {
    const kept = [...page.querySelectorAll<HTMLElement>(`[data-of="${group.dataset['group']!}"]`)].some((each) => !each.hidden);
    group.hidden = !kept;
    document.getElementById(group.dataset['group']!)?.toggleAttribute('hidden', !kept);
  }
}

/** Lets a field leave only those questions to be seen whose words it has. Without JavaScript there is no field, and all are seen. */
export function offerSifting(field: HTMLInputElement | null): void {
  const page = document.querySelector<HTMLElement>('article');
  if (!field || !page) return;
  const status = page.querySelector<HTMLElement>('[data-kept]')!;
  const all: readonly Sifted[] = [...page.querySelectorAll<HTMLElement>('[data-of]')].map((line) => {
    const answer = document.getElementById(line.dataset['question']!)!.closest('section')!;
    return { parts: [line, answer], text: answer.textContent };
  });
  const sift = (): void => {
    const kept = all.filter(({ text }) => has(text, field.value.trim()));
    for (const each of all) for (const part of each.parts) part.hidden = !kept.includes(each);
    hideEmpty(page);
    status.textContent = field.value.trim() === '' ? '' : status.dataset['kept']!.replace('%', String(kept.length));
  };
  field.addEventListener('input', sift);
  // An answer may refer to one that the query hides.
  addEventListener('hashchange', () => {
    const sought = document.getElementById(location.hash.slice(1));
    if (!sought?.closest('[hidden]')) return;
    field.value = '';
    sift();
    sought.scrollIntoView();
  });
  // A field that the browser filled again after going back is sifted by at once.
  sift();
}
