/** Where `Source.astro` leaves room for its number, twice: on the mark in the text, and on the note. */
const room = 'data-n="?"';

/** Numbers the sources of a page in the order of its text. Components are rendered side by side and do not know it; a counter of CSS would begin anew in each block that a browser may leave undrawn. */
export function numbered(html: string): string {
  let rooms = 0;
  return html.replaceAll(room, () => `data-n="${1 + Math.floor(rooms++ / 2)}"`);
}
