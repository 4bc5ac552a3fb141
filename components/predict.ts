import { chapterIn, guessKept, keepGuess } from './kept.ts';

/** The sentences of a prediction, `%` standing for what changes. */
export interface PredictWords { readonly guess: string; readonly off: string; readonly right: string }

/** The number a reader wrote: `1,024` and `1 024` are 1024; undefined for what is no number. */
export function readNumber(text: string): number | undefined {
  const number = Number(text.replace(/[\s,]/g, ''));
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}

const nearly = 1.1;

/** By how much a guess missed, as a factor of at least one; undefined where a factor says nothing. */
export function factorOff(guess: number, answer: number): number | undefined {
  if (guess === answer) return 1;
  if (guess <= 0 || answer <= 0) return undefined;
  return Math.max(guess / answer, answer / guess);
}

/** What the page answers to a guess. It is held against the answer it comes nearest to: there may be several right ones. */
export function verdict(guess: number, text: string, answers: readonly number[], words: PredictWords): string {
  const said = words.guess.replace('%', text);
  const factor = Math.min(...answers.map((answer) => factorOff(guess, answer) ?? Infinity));
  if (factor === Infinity) return said;
  const judged = factor < nearly ? words.right : words.off.replace('%', factor < 10 ? factor.toFixed(1) : String(Math.round(factor)));
  return `${said} ${judged}`;
}

/** Opens the answer once the reader committed to a number, or asked to be shown. `place` counts the page's predictions from 0. */
export function offerPrediction(section: HTMLElement, place: number): void {
  const form = section.querySelector('form')!;
  const chapter = chapterIn(location.pathname);
  const before = guessKept(chapter, place);
  if (before !== undefined) open(section, judged(section, before), false);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.querySelector('input')!.value.trim();
    if (readNumber(text) === undefined) return;
    keepGuess(chapter, place, text);
    open(section, judged(section, text), true);
  });
  form.querySelector('[data-skip]')!.addEventListener('click', () => { open(section, '', true); });
}

/** What the page says of a guess: one made now, or one this machine kept. */
function judged({ dataset: { answers, unit, words } }: HTMLElement, text: string): string {
  const guess = readNumber(text);
  return guess === undefined ? '' : verdict(guess, unit ? `${text} ${unit}` : text, JSON.parse(answers!) as readonly number[], JSON.parse(words!) as PredictWords);
}

function open(section: HTMLElement, sentence: string, now: boolean): void {
  const details = section.querySelector('details')!;
  section.dataset['committed'] = '';
  section.querySelector('.verdict')!.textContent = sentence;
  details.open = true;
  if (now) details.querySelector('summary')!.focus();
}
