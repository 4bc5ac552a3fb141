import { formatNumber } from '../i18n/quantity.ts';

/** What is said of a program in a little Go that cannot be read. */
export const goErrors = {
  expected: ({ wanted, found }) => `Expected ${wanted}, found ${found}.`,
  name: ({ found }) => `Expected a name, found ${found}.`,
  number: ({ found }) => `Expected a whole number, found ${found}.`,
  large: ({ found, most }) => `${found} is more than this figure takes: ${formatNumber(Number(most))} at most.`,
  never: () => 'This loop never runs.',
  unknown: ({ name }) => `There is no variable ${name} yet. Make it first: ${name} := new(int)`,
  type: ({ name }) => `The type ${name} is not known here. Take Go’s own types, arrays, slices, maps, pointers and structs.`,
  allocation: ({ found }) => `Expected new(T) or make([]T, n), found ${found}.`,
  size: ({ size, most }) => `This is ${formatNumber(Number(size))} bytes; the figure takes 1 to ${formatNumber(Number(most))}.`,
  'no pointers': ({ name }) => `${name} holds no pointers, so nothing can be put into it.`,
  names: ({ most }) => `A program may have ${most} variables at most.`,
  long: ({ most }) => `A program may have ${formatNumber(Number(most))} statements at most.`,
  own: ({ most }) => `A program may have ${formatNumber(Number(most))} statements of its own at most. A loop without a variable may say the same ones more often.`,
  word: ({ word }) => `There is no element ${word}.`,
  empty: () => 'A variable here holds nothing any more.',
} satisfies Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>>;
