import { formatNumber } from '../../i18n/quantity.ts';
import { words, type Words } from '../tables/table.ts';

/** What a trait of a version is; null where the version has no such trait. */
export type Value = string | number | null;

const none = words('none', '没有');

const printed = (value: Value, text: (n: string, locale: 'en' | 'zh') => string): Words => {
  if (value === null) return none;
  const n = formatNumber(Number(value));
  return words(text(n, 'en'), text(n, 'zh'));
};

/** Alike in every language. */
export const same = (text: string): Words => words(text, text);

export const number = (value: Value): Words => printed(value, (n) => n);
export const kib = (value: Value): Words => printed(value, (n) => `${n} KiB`);
/** Bytes to the last one. */
export const bytes = (value: Value): Words => printed(value, (n, locale) => `${n} ${locale === 'en' ? 'bytes' : '字节'}`);
/** Bytes in MiB with one decimal. */
export const mib = (value: Value): Words => (value === null ? none : same(`${(Number(value) / 2 ** 20).toFixed(1)} MiB`));
