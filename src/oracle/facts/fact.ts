import type { Quantity } from '../../i18n/quantity.ts';

/** Named quantities of one kind of recording, read when asked for. */
export type Facts = Readonly<Record<string, () => Quantity>>;

export const kib = (value: number): Quantity => ({ value, unit: 'KiB' });
/** Kibibytes, told in mebibytes. */
export const mib = (value: number): Quantity => ({ value: value / 1024, unit: 'MiB' });
/** Bytes, told in mebibytes. */
export const mibOf = (bytes: number): Quantity => mib(bytes / 1024);
export const counted = (value: number): Quantity => ({ value, unit: 'count' });
