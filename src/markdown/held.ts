/** The mark of a source, as `Source.astro` writes it. */
const mark = '<button type="button" class="mark"[^>]*></button>';

/** What a mark may stand by: a word of code or a release, a run of letters and digits, a character. Chinese has no words that a line must not part. */
const before = String.raw`<(code|small)\b[^>]*>(?:(?!</\1>).)*</\1>|[\p{Script=Latin}\p{N}]+|&#?\w+;|[^\s<>]`;

const together = new RegExp(String.raw`(?:${before})\s*${mark}`, 'gsu');

/**
 * Holds the marks of sources to what they stand by (`.held` in notes.css). A browser may end a line before any button, whatever
 * character is around it, and the mark would begin the next line alone.
 */
export const held = (html: string): string => html.replaceAll(together, (found) => `<span class="held">${found}</span>`);
