import { random, type Random } from '../../engine/random.ts';

/**
 * A steady state, as lines of a trace: objects come and go in random order while about `live` bytes live. What theorems
 * mean by "random"; real programs are kinder (Wilson et al. 1995).
 */
function steadyState(seed: number, live: number, size: (chance: Random) => number): string {
  const chance = random(seed);
  const lines: string[] = [];
  const held: { readonly id: number; readonly size: number }[] = [];
  let bytes = 0;
  for (let ids = 0; lines.length < calls;) {
    const asked = size(chance);
    if (bytes + asked <= live) {
      lines.push(`a ${ids} ${asked}`);
      held.push({ id: ids++, size: asked });
      bytes += asked;
    } else {
      const gone = held.splice(chance.int(held.length), 1)[0]!;
      lines.push(`f ${gone.id}`);
      bytes -= gone.size;
    }
  }
  return lines.join('\n');
}

const calls = 120;
/** Bytes that live, of a heap of 2,048. */
const live = 1300;
const oneOf = (sizes: readonly number[]) => ({ int }: Random): number => sizes[int(sizes.length)]!;

/** Sizes from 16 to 200 bytes, all alike likely. */
export const steady = (seed: number): string => steadyState(seed, live, ({ int }) => 16 + int(185));
/** Each request a byte too large for a power of two, or just as large. */
export const justAbove = (seed: number): string => steadyState(seed, live, oneOf([33, 65, 129]));
export const powersOfTwo = (seed: number): string => steadyState(seed, live, oneOf([32, 64, 128]));

/** Two holes, 336 and 304 bytes with their tags; three requests that fit if the first takes the larger (Knuth, TAOCP 2.5). */
export const bestLoses = `# two holes: 336 bytes, then 304
a = malloc 320
p = malloc 16
b = malloc 288
q = malloc 16
r = malloc 32
free a
free b
# three requests; with tags: 256, 272 and 80 bytes
x = malloc 240
y = malloc 256
z = malloc 64`;

/** The same with the holes and requests that first fit dislikes. */
export const firstLoses = `# two holes: 304 bytes, then 272
a = malloc 288
p = malloc 16
b = malloc 256
q = malloc 16
r = malloc 96
free a
free b
# two requests; with tags: 256 and 288 bytes
x = malloc 240
y = malloc 272`;
