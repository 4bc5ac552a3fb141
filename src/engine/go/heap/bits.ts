/** Bitmaps in words of 32, the first bit lowest. */

export const hasBit = (words: Uint32Array, index: number): boolean => ((words[index >>> 5]! >>> (index & 31)) & 1) === 1;

export function setBit(words: Uint32Array, index: number): void { words[index >>> 5]! |= 1 << (index & 31); }

export function clearBit(words: Uint32Array, index: number): void { words[index >>> 5]! &= ~(1 << (index & 31)); }

/** Zeroes below the lowest one of 32 bits; 32 when there is none (`sys.TrailingZeros64`). */
export const trailingZeros = (bits: number): number => (bits === 0 ? 32 : 31 - Math.clz32(bits & -bits));

export function onesCount(words: Uint32Array): number {
  let ones = 0;
  for (let word of words) for (; word !== 0; word &= word - 1) ones++;
  return ones;
}

/** Where the ones are, in ascending order. */
export function indexes(words: Uint32Array): number[] {
  const found: number[] = [];
  for (const [at, word] of words.entries()) for (let bits = word; bits !== 0; bits &= bits - 1) found.push(at * 32 + trailingZeros(bits));
  return found;
}
