import type { Page } from '@playwright/test';
import { cardHtml, emptyPage, layouts, putCard } from '../scripts/pictures/card.ts';
import { cardStyle, deckOf } from '../scripts/pictures/cards.ts';
import { pictureSize } from '../src/i18n/pictures.ts';
import type { Locale } from '../src/i18n/locales.ts';

/** How a card came out. */
export interface DrawnCard {
  readonly name: string;
  /** What stands on it beside its drawing. */
  readonly words: string;
  /** Pixels of its smallest letters, on the card as it is made. */
  readonly smallest: number;
  /** What of it does not lie on it whole, or lies over something else. */
  readonly cut: readonly string[];
}

/** Draws every card of a language, as the build does. */
export async function drawnCards(page: Page, locale: Locale): Promise<readonly DrawnCard[]> {
  const { head, patterns, cards } = deckOf('dist', locale);
  await page.setViewportSize(pictureSize);
  await page.route('**/card', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: emptyPage(locale, `${head}${cardStyle()}`, patterns) }));
  await page.goto('card');
  const drawn: DrawnCard[] = [];
  for (const card of cards) {
    await page.evaluate(putCard, { html: cardHtml(card), layouts });
    drawn.push({ name: card.name, ...await page.evaluate(look) });
  }
  return drawn;
}

/** Runs in the page. A pixel is what rounding may cost; a figure's own labels may reach a few beyond its drawing. */
function look(): Omit<DrawnCard, 'name'> {
  const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
  const texts = [...document.querySelectorAll<HTMLElement>('.card > .says, .card > header > *')];
  const drawing = boxOf(document.querySelector('.card .drawing svg.view')!);
  const over = (a: DOMRect, b: DOMRect): boolean => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const beyond = ({ left, top, right, bottom }: DOMRect): boolean => left < 0 || top < 0 || right > 1200 || bottom > 630;
  const boxes: readonly (readonly [string, DOMRect])[] = [...texts.map((text): readonly [string, DOMRect] => [text.className || 'title', boxOf(text)]), ['drawing', drawing]];
  return {
    words: texts.map((text) => text.textContent ?? '').join(' '),
    smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize))),
    cut: boxes.filter(([name, box]) => beyond(box) || box.width === 0 || boxes.some(([other, its]) => other !== name && over(box, its))).map(([name]) => name),
  };
}
