const digits = '零一二三四五六七八九';
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** What a number written in Chinese is: `一千`, `两万五` (25,000); of a multiplier alone, such as `百万`, what it multiplies by. */
function fromChinese(text: string): number {
  let [whole, below, digit, last] = [0, 0, 0, 10];
  for (const sign of text.replaceAll('两', '二')) {
    const [ten, myriad] = [tens[sign], myriads[sign]];
    if (ten) [below, digit] = [below + (digit || 1) * ten, 0];
    else if (myriad) [whole, below, digit] = [(whole + below + digit || 1) * myriad, 0, 0];
    else digit = digits.indexOf(sign);
    last = ten ?? myriad ?? (digit === 0 ? 10 : last);
  }
  return whole + below + (digit * last) / 10;
}

const english: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, billion: 1e9 };

/** Of a unit of memory, such as `KiB`, `mb` or `G`, the power of a thousand and a bit; undefined of any other word. */
function powerOf(word: string): number | undefined {
  const [, prefix] = /^([kmgt]?)(?:i?b|bytes?|字节)?$/i.exec(word) ?? [];
  return prefix === undefined || word === '' ? undefined : ' kmgt'.indexOf(prefix.toLowerCase() || ' ');
}

/** What a number is multiplied by for the word behind it, where `unit` is asked for. */
function scale(word: string, unit: string): number {
  const [from, to] = [powerOf(word), powerOf(unit)];
  if (from !== undefined && to !== undefined) return (/^.i|^B/.test(unit) ? 1024 : 1000) ** (from - to);
  const [chinese] = /^[十百千万亿]+/.exec(word) ?? [];
  return chinese ? fromChinese(chinese) : english[word.toLowerCase()] ?? 1;
}

/** One number with words around it, its thousands set off by commas or spaces or not at all. */
const one = /^(?:[^\d-]*[^\d.-])?(\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d*\.?\d+(?:e[+-]?\d+)?)(\D*)$/i;

/** More characters than that are no number anybody means. */
const longest = 64;

/** The number a reader wrote, in `unit`: `1,024`, `about 14 MiB`, `１４`, `一千`, `1e9`; undefined for what is not one number. */
export function readNumber(text: string, unit = ''): number | undefined {
  if (text.length > longest) return undefined;
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const written = /\d/.test(plain) ? plain : plain.replace(/[零一二两三四五六七八九十百千万亿]+/, (number) => String(fromChinese(number)));
  const [, number, after = ''] = one.exec(written) ?? [];
  const value = Number(number?.replace(/[, ]/g, '')) * scale(/[a-z]+|\p{L}+/iu.exec(after)?.[0] ?? '', unit);
  return Number.isFinite(value) ? value : undefined;
}
