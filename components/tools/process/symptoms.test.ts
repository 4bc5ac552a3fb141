import { expect, test } from 'vitest';
import { formatQuantity } from '../../../src/i18n/quantity.ts';
import { locales } from '../../../src/i18n/locales.ts';
import { factNamed } from '../../../src/oracle/facts.ts';
import { pageWords } from './symptoms.ts';

/** The symptoms of a language, and the facts they told. */
function told(locale: (typeof locales)[number]) {
  const facts: string[] = [];
  const symptoms = pageWords[locale].symptoms((fact) => {
    facts.push(fact);
    return formatQuantity(factNamed(fact), locale);
  });
  return { symptoms, facts };
}

test('both languages know the same symptoms, ask for the same text, and lean on the same recorded numbers', () => {
  const [en, zh] = [told('en'), told('zh')];
  expect(zh.symptoms.map(({ id, paste }) => [id, paste])).toEqual(en.symptoms.map(({ id, paste }) => [id, paste]));
  expect(zh.facts).toEqual(en.facts);
  expect(en.symptoms.length).toBeGreaterThanOrEqual(6);
});

test.each(locales)('in %s no recorded number is typed by hand', (locale) => {
  const mute = pageWords[locale].symptoms(() => 'N');
  for (const { means } of mute) expect(means.match(/\d[\d,.]* ?(KiB|MiB|GiB|字节)/g)?.filter((typed) => !['50 MiB', '400 MiB', '2 MiB'].includes(typed)) ?? []).toEqual([]);
});

test.each(locales)('in %s a symptom is answered in two or three sentences', (locale) => {
  for (const { means } of told(locale).symptoms) {
    const sentences = means.match(/[.?!](?= |$)|[。？！]/g)?.length ?? 0;
    expect(sentences, means).toBeGreaterThanOrEqual(2);
    expect(sentences, means).toBeLessThanOrEqual(3);
  }
});
