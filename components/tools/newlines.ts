/** Longest text whose line ends are all made newlines on the page: a longer one would stop it. Every reader takes those of Windows as they are. */
const longest = 2 ** 18;

/** A text with one newline for each line end, which is what a text box makes of them, where it is short; a long one as it is. */
export const withNewlines = (text: string): string => (text.length <= longest ? text.replace(/\r\n?/g, '\n') : text);

/** Part of a text as a text box will have it, line for line: to every reader a carriage return alone is a blank. */
export const asShown = (part: string): string => (part.includes('\r') ? part.replaceAll('\r\n', '\n').replaceAll('\r', ' ') : part);
