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

/** What the page answers to a guess. */
export function verdict(guess: number, text: string, answer: number | undefined, words: PredictWords): string {
  const said = words.guess.replace('%', text);
  const factor = answer === undefined ? undefined : factorOff(guess, answer);
  if (factor === undefined) return said;
  const judged = factor < nearly ? words.right : words.off.replace('%', factor < 10 ? factor.toFixed(1) : String(Math.round(factor)));
  return `${said} ${judged}`;
}

/** Opens the answer once the reader committed to a number, or asked to be shown. */
export function offerPrediction(section: HTMLElement): void {
  const { answer, unit, words } = section.dataset;
  const form = section.querySelector('form')!;
  const details = section.querySelector('details')!;
  const open = (sentence: string) => {
    section.dataset['committed'] = '';
    section.querySelector('.verdict')!.textContent = sentence;
    details.open = true;
    details.querySelector('summary')!.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.querySelector('input')!.value.trim();
    const guess = readNumber(text);
    if (guess === undefined) return;
    open(verdict(guess, unit ? `${text} ${unit}` : text, answer === undefined ? undefined : Number(answer), JSON.parse(words!) as PredictWords));
  });
  form.querySelector('[data-skip]')!.addEventListener('click', () => open(''));
}
