import type { Locale } from './locales.ts';
import { formatNumber } from './number.ts';

export { formatNumber };

/** What a number in the book counts. */
export type Unit = 'B' | 'KiB' | 'MiB' | 'GiB' | 'pages' | 'mappings' | 'count' | 'percent' | 'kB' | 'MB' | 'ns' | 'ms' | 's' | 'times';

/** A number with its unit: what a claim gives and only {@link formatQuantity} turns into text. */
export interface Quantity { readonly value: number; readonly unit: Unit }

const symbols: Partial<Record<Unit, string>> = { KiB: ' KiB', MiB: ' MiB', GiB: ' GiB', kB: ' kB', MB: ' MB', percent: '%', count: '', ns: ' ns', ms: ' ms', s: ' s' };

const counted: Record<Locale, Partial<Record<Unit, readonly [one: string, many: string]>>> = {
  en: { B: ['byte', 'bytes'], pages: ['page', 'pages'], mappings: ['mapping', 'mappings'], times: ['time', 'times'] },
  zh: { B: ['字节', '字节'], pages: ['页', '页'], mappings: ['个映射', '个映射'], times: ['次', '次'] },
};

/** A quantity as the book writes it in one language: `263,680 KiB`, `3 pages`, `3 页`. */
export function formatQuantity({ value, unit }: Quantity, locale: Locale): string {
  const number = formatNumber(value);
  const words = counted[locale][unit];
  return words ? `${number} ${value === 1 ? words[0] : words[1]}` : `${number}${symbols[unit] ?? ''}`;
}

const kib = 1024;

/** Bytes in one of each unit of memory. */
const bytesIn: Partial<Record<Unit, number>> = { B: 1, KiB: kib, MiB: kib ** 2, GiB: kib ** 3 };

/** The same amount of memory in another unit; an amount of something else is left as it is. */
export function inUnit({ value, unit }: Quantity, other: Unit): Quantity {
  const [from, to] = [bytesIn[unit], bytesIn[other]];
  return from === undefined || to === undefined ? { value, unit } : { value: (value * from) / to, unit: other };
}

/** Bytes in the largest unit that leaves a whole number or two decimals: `4 KiB`, `1.5 MiB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const unit: Unit = bytes < kib ? 'B' : bytes < kib ** 2 ? 'KiB' : bytes < kib ** 3 ? 'MiB' : 'GiB';
  const scale = { B: 1, KiB: kib, MiB: kib ** 2, GiB: kib ** 3 }[unit];
  return formatQuantity({ value: bytes / scale, unit }, locale);
}

/** An address as the kernel prints it, without `0x`. Exact below 2^53. */
export function formatAddress(addr: number): string {
  return addr.toString(16);
}
