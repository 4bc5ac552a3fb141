/** A bit a word of memory, in words of 32, the first bit lowest. */

export const hasBit = (bits: Int32Array, index: number): boolean => ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;

export function setBit(bits: Int32Array, index: number): void { bits[index >>> 5]! |= 1 << (index & 31); }

export function clearBit(bits: Int32Array, index: number): void { bits[index >>> 5]! &= ~(1 << (index & 31)); }

/** The lowest one of 32 bits that are not all zero. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word);

/** Words of bits for so many words of memory. */
export const bitsFor = (words: number): Int32Array => new Int32Array((words + 31) >>> 5);
