import type { Quantity } from '../../src/i18n/quantity.ts';
import { at, type Chapter } from './chapter.ts';
import { attribute, elementsNamed, type Element } from './elements.ts';
import type { Finding } from './finding.ts';
import type { ValueOf } from './values.ts';

const bytes: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** An answer may round what its claim says by this much of it. */
const rounding = 0.01;

/** The answer a prediction is judged by is the value of a claim in its own text, so that it moves with it. */
export function checkPredictions(chapter: Chapter, valueOf: ValueOf): readonly Finding[] {
  return elementsNamed(chapter.tree, 'Predict').flatMap((predict) => {
    const answer = answerOf(predict);
    const values = elementsNamed(predict, 'Claim').flatMap((claim) => inUnit(valueOf(claim), attribute(predict, 'unit')) ?? []);
    if (answer === undefined || values.some((value) => Math.abs(value - answer) <= rounding * Math.abs(value))) return [];
    return [at(chapter, predict, `answer={${answer}} is nobody’s word: no claim in this prediction comes to it. They come to: ${values.join(', ') || 'there is none; say the answer with a <Claim>'}`)];
  });
}

/** A claim's value in the unit the reader guesses in; sizes are converted. */
function inUnit(quantity: Quantity | undefined, unit: string | undefined): number | undefined {
  if (!quantity) return undefined;
  const [from, to] = [bytes[quantity.unit], bytes[unit ?? '']];
  return from === undefined || to === undefined ? quantity.value : (quantity.value * from) / to;
}

function answerOf(predict: Element): number | undefined {
  const found = predict.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'answer')?.value;
  if (found === undefined || found === null) return undefined;
  return Number((typeof found === 'string' ? found : found.value).replaceAll('_', ''));
}
