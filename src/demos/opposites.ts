/** A word that has an opposite, as both languages say it. */
interface End { readonly en: RegExp; readonly zh: RegExp }

/** What a translation may turn round unseen: which way something moves, and which end is meant. */
const pairs: readonly (readonly [End, End])[] = [
  [{ en: /\b(?:grow|rise)s?\b/i, zh: /涨|增|升/ }, { en: /\b(?:fall|shrink)s?\b/i, zh: /降|减|缩/ }],
  [{ en: /\bhighest\b/i, zh: /最高/ }, { en: /\blowest\b/i, zh: /最低/ }],
];

/** Of a pair the only end that a sentence speaks of; undefined when it speaks of none, or of both. */
function onlyEnd([one, other]: readonly [End, End], language: keyof End, sentence: string): End | undefined {
  const [hasOne, hasOther] = [one[language].test(sentence), other[language].test(sentence)];
  return hasOne === hasOther ? undefined : hasOne ? one : other;
}

/** True when of two sentences that mean the same one says the opposite: “falls” and 涨. */
export const contradict = (en: string, zh: string): boolean => pairs.some((pair) => {
  const [said, alsoSaid] = [onlyEnd(pair, 'en', en), onlyEnd(pair, 'zh', zh)];
  return said !== undefined && alsoSaid !== undefined && said !== alsoSaid;
});
