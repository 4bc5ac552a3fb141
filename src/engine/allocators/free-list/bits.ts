/** Words of 32 bits; places count from the lowest, 0. */

export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
export const highestBit = (bits: number): number => 31 - Math.clz32(bits);
/** The bits below a place; of a number of more bits, below the place it has in its word. */
export const lowestBits = (place: number): number => (1 << (place & 31)) - 1;

/** How many are set (Warren, Hacker's Delight, 5-1). */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
