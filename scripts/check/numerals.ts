const unit = String.raw`(?:[ \u00a0]?(?:[KMGT]i?B|kB|B|bytes?|bits?|pages?|mappings?|times|[mnµ]?s|seconds?|minutes?|hours?)(?![\p{L}\d])|[ \u00a0]?(?:%|×|字节|位|页|倍|次|毫秒|微秒|秒|分钟|小时|个映射))`;
const numeral = new RegExp(String.raw`(?<![\p{Script=Latin}\d_.,\-/:])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(${unit})?(?![\p{Script=Latin}\d])`, 'gu');

const versioned = /(?:Go|Linux|glibc|musl|jemalloc|Debian|Ubuntu|Fedora|Alpine|macOS|Windows|Node|Chromium|GCC|gcc|clang|kernel|version|内核|版本)[ \u00a0]?$/;
const goVersion = /^1\.\d{1,2}$/;
const year = /^(19[5-9]\d|20[0-4]\d)$/;
const day = /^ ?[年月日号]/;

/** A quantity in a text: a numeral that counts or measures something. */
export interface Numeral { readonly index: number; readonly text: string }

/** The quantities of a text, in the order of reading. */
export function numeralsIn(text: string): readonly Numeral[] {
  const found = [...text.matchAll(numeral)].filter(({ index, 1: number = '', 2: counted }) => isQuantity(text, index, number, counted));
  return found.map(({ index, 0: whole }) => ({ index, text: whole }));
}

/** A numeral with a unit, or ten and more. Versions and dates are none. */
function isQuantity(text: string, index: number, number: string, counted: string | undefined): boolean {
  if (number.split('.').length > 2 || versioned.test(text.slice(0, index))) return false;
  if (day.test(text.slice(index + number.length))) return false;
  if (counted !== undefined) return true;
  return Number(number.replaceAll(',', '')) >= 10 && !year.test(number) && !goVersion.test(number);
}
