/**
 * A number as both languages write it: grouped by thousands, to at most `digits` decimals (five at most), halves away from zero.
 * As `Intl.NumberFormat('en-US')`, which a phone takes tens of milliseconds to make and the first tap on a figure would wait for;
 * only what rounds to zero has no sign.
 */
export function formatNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  const [whole = '', decimals] = written(rounded(Math.abs(value), digits)).split('.');
  const sign = value < 0 && (whole !== '0' || decimals !== undefined) ? '-' : '';
  return sign + whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

/** The point is moved in writing: multiplied, 1.005 would round down. */
function rounded(value: number, digits: number): number {
  if (Number.isInteger(value) || value >= 1e15) return value;
  return value < 1e-6 ? 0 : Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`);
}

/** All its digits: from 10^21 on a number's own writing has an exponent. */
const written = (value: number): string => (value < 1e21 ? String(value) : String(BigInt(value)));
