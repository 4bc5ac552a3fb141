import { formatNumber } from '../i18n/quantity.ts';

/** Why a heap program could not be read: for the words of every demo that takes one. */
export const heapErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  line: ({ text }) => `“${text}” is no call. Write a = malloc 40, b = calloc 16, realloc a 100 or free a.`,
  name: ({ text }) => `“${text}” is no name: letters, digits and _, a letter first.`,
  freed: ({ text }) => `${text} is freed already.`,
  unknown: ({ text }) => `Nothing is called ${text} yet.`,
  id: ({ text, most }) => `“${text}” is no id: a whole number up to ${formatNumber(Number(most))}.`,
  size: ({ text }) => `“${text}” is no size: a whole number of bytes, at most a tebibyte.`,
  long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
  budget: () => 'This call takes too many steps to show.',
};

export const heapHelp = 'One call a line: a = malloc 40, b = calloc 16, realloc a 100, free a. Lines of a trace (a 0 40, f 0) work too. # starts a comment.';
