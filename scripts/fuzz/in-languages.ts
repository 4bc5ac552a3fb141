import type { Locale } from '../../src/i18n/locales.ts';

/** Words in both languages. */
export async function inLanguages<Words>(load: Record<Locale, () => Promise<{ readonly default: Words }>>): Promise<Record<Locale, Words>> {
  const [{ default: en }, { default: zh }] = await Promise.all([load.en(), load.zh()]);
  return { en, zh };
}
