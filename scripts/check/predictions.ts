import { at, type Chapter } from './chapter.ts';
import { elementsNamed, type Element } from './elements.ts';
import type { Finding } from './finding.ts';
import type { ValueOf } from './values.ts';

/** The answer a prediction is judged by is the value of a claim in its own text, so that it moves with it. */
export function checkPredictions(chapter: Chapter, valueOf: ValueOf): readonly Finding[] {
  return elementsNamed(chapter.tree, 'Predict').flatMap((predict) => {
    const answer = answerOf(predict);
    const values = elementsNamed(predict, 'Claim').flatMap((claim) => valueOf(claim)?.value ?? []);
    if (answer === undefined || values.includes(answer)) return [];
    return [at(chapter, predict, `answer={${answer}} is nobody’s word: no claim in this prediction comes to it. They come to: ${values.join(', ') || 'there is none; say the answer with a <Claim>'}`)];
  });
}

function answerOf(predict: Element): number | undefined {
  const found = predict.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'answer')?.value;
  if (found === undefined || found === null) return undefined;
  return Number((typeof found === 'string' ? found : found.value).replaceAll('_', ''));
}
