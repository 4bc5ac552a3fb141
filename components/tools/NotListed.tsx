import { formatNumber } from '../../src/i18n/quantity.ts';
import type { Listed } from './listed.ts';

interface Props { readonly list: Listed<unknown>; readonly words: { readonly listed: (shown: string, all: string) => string } }

/** Says that a list is not all there is. */
export function NotListed({ list: { items, all }, words }: Props) {
  return items.length === all ? null : <small> {words.listed(formatNumber(items.length), formatNumber(all))}</small>;
}
