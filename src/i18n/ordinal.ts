const kinds = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** In English: `2nd`, `3rd`, `11th`. */
export const ordinal = (count: number): string => `${count}${endings[kinds.select(count)] ?? 'th'}`;
