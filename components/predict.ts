import { chapterIn, guessKept, keepGuess } from './kept.ts';

/** What reads and judges a guess is loaded by who makes one, or made one before. */
const loaded = () => import('./guess.ts');

/** Opens the answer once the reader committed to a number, or asked to be shown. `place` counts the page's predictions from 0. */
export function offerPrediction(section: HTMLElement, place: number): void {
  const [form, field] = [section.querySelector('form')!, section.querySelector('input')!];
  const chapter = chapterIn(location.pathname);
  const before = guessKept(chapter, place);
  if (before !== undefined) {
    open(section, false);
    void loaded().then(({ judged }) => {
      const { sentence, isNumber } = judged(section, before);
      if (isNumber) say(section, sentence);
    }, console.error);
  }
  field.addEventListener('focus', () => { loaded().catch(console.error); }, { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    commit(section, field, (text) => { keepGuess(chapter, place, text); }).catch((error: unknown) => {
      console.error(error);
      open(section, true);
    });
  });
  form.querySelector('[data-skip]')!.addEventListener('click', () => { open(section, true); });
}

/** What is no number is refused, and the reader stays in the field. */
async function commit(section: HTMLElement, field: HTMLInputElement, keep: (text: string) => void): Promise<void> {
  const text = field.value.trim();
  const { sentence, isNumber } = (await loaded()).judged(section, text);
  say(section, sentence);
  field.setAttribute('aria-invalid', String(!isNumber));
  if (!isNumber) return field.focus();
  keep(text);
  open(section, true);
}

function say(section: HTMLElement, sentence: string): void { section.querySelector('.verdict')!.textContent = sentence; }

function open(section: HTMLElement, now: boolean): void {
  const details = section.querySelector('details')!;
  section.dataset['committed'] = '';
  details.open = true;
  if (now) details.querySelector('summary')!.focus();
}
