import { languageTag, type Locale } from '../../src/i18n/locales.ts';
import { escaped } from '../editions/xhtml.ts';

/** What one picture shows; it is drawn into `pictures/LANGUAGE/NAME.png`. */
export interface Card {
  readonly locale: Locale;
  readonly name: string;
  /** Where it is from: the book, and of a chapter its number. */
  readonly from: string;
  readonly title: string;
  /** A sentence, or two short ones. */
  readonly says: string;
  /** A drawing of the book, as a page holds it. */
  readonly drawing: string;
}

/** A page that has the book's styles and waits for cards. `head` names them, `patterns` is what marks are filled with. */
export const emptyPage = (locale: Locale, head: string, patterns: string): string =>
  `<!doctype html><html lang="${languageTag[locale]}"><head>${head}</head><body><main class="card"></main>${patterns}</body></html>`;

/** The inside of a card. */
export const cardHtml = ({ from, title, says, drawing }: Card): string =>
  `<header><p class="from">${escaped(from)}</p><h1>${escaped(title)}</h1></header><div class="room"><div class="drawing">${drawing}</div></div><p class="says">${escaped(says)}</p>`;

/** How a drawing is laid out on a card: above its sentence, or beside its words. */
export const layouts = ['above', 'beside'] as const;

/** How it is where it stands without any. */
export const thumbLayouts = ['alone'] as const;

/**
 * Runs in the page: puts a card there, with its drawing as large as it can be and still whole. Labels of a drawing keep their size
 * whatever its width, so it is laid out as wide as it may be once it is enlarged. Returns by how much it is.
 */
export function putCard({ html, layouts }: { readonly html: string; readonly layouts: readonly string[] }): number {
  /** Enlarged more, letters are larger than the title's; laid out narrower, in pixels, than on the narrowest phone, they run into each other. */
  const [most, narrowest, tries] = [2.4, 360, 6];
  const card = document.querySelector<HTMLElement>('.card')!;
  card.innerHTML = html;
  const [room, drawing] = [card.querySelector<HTMLElement>('.room')!, card.querySelector<HTMLElement>('.drawing')!];
  const fit = (layout: string): number => {
    card.dataset['layout'] = layout;
    const atMost = Math.min(most, room.clientWidth / narrowest);
    let scale = atMost;
    for (let i = 0; i < tries; i++) {
      drawing.style.width = `${room.clientWidth / scale}px`;
      scale = Math.min(atMost, room.clientHeight / drawing.offsetHeight, room.clientWidth / drawing.scrollWidth);
    }
    return scale;
  };
  const best = layouts.map((layout) => ({ layout, scale: fit(layout) })).reduce((a, b) => (b.scale > 1.25 * a.scale ? b : a));
  const scale = fit(best.layout);
  drawing.style.transform = `scale(${scale})`;
  drawing.style.marginTop = `${(room.clientHeight - scale * drawing.offsetHeight) / 2}px`;
  return scale;
}
