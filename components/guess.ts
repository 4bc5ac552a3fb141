import { formatNumber } from '../src/i18n/number.ts';
import { readNumber } from './read-number.ts';

/** The sentences of a prediction, `%` standing for what changes. */
export interface PredictWords { readonly guess: string; readonly off: string; readonly far: string; readonly right: string; readonly refused: string }

const nearly = 1.1;
/** A factor from which on it does not matter how large it is. */
const far = 1e6;
/** A number of two digits that count, its thousands set off. */
const rough = (number: number): string => formatNumber(Number(number.toPrecision(2)), 3);

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
  if (factor > far) return `${said} ${words.far}`;
  return `${said} ${factor < nearly ? words.right : words.off.replace('%', rough(factor))}`;
}

/** A guess said back in the unit that was asked for: bare figures as they were written, all else as it was understood. */
export function repeated(text: string, guess: number, unit?: string): string {
  const figures = /^[\d., ]+$/.test(text) ? text : formatNumber(guess);
  return unit ? `${figures} ${unit}` : figures;
}

/** What the page says of what a reader wrote, and whether it was a number. */
export function judged({ dataset: { answers, unit, words } }: HTMLElement, text: string): { readonly sentence: string; readonly isNumber: boolean } {
  const [guess, say] = [readNumber(text, unit), JSON.parse(words!) as PredictWords];
  if (guess === undefined) return { sentence: say.refused, isNumber: false };
  return { sentence: verdict(guess, repeated(text.trim(), guess, unit), JSON.parse(answers!) as readonly number[], say), isNumber: true };
}
