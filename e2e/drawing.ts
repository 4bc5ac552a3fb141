import type { Locator, Page } from '@playwright/test';

/** Pixels of the window. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where each mark is drawn. */
export const boxesOf = (marks: Locator): Promise<readonly Box[]> => marks.evaluateAll((all) => all.map((mark) => {
  const { x, y, width, height } = mark.getBoundingClientRect();
  return { x, y, width, height };
}));

/** Where one mark is drawn; a second one of the name is a fault. */
export async function boxOf(mark: Locator): Promise<Box> {
  const [box, ...more] = await boxesOf(mark);
  if (!box || more.length > 0) throw new Error(`${more.length + (box ? 1 : 0)} marks match ${String(mark)}, not one`);
  return box;
}

/** The texts a reader sees, from the top of the drawing down. */
export const topDown = (texts: Locator): Promise<readonly string[]> => texts.evaluateAll((all) => all
  .map((text) => ({ words: text.textContent ?? '', box: text.getBoundingClientRect() }))
  .filter(({ words, box }) => words !== '' && box.width > 0 && box.height > 0)
  .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
  .map(({ words }) => words));

/** The words that run out of drawings to their left or right. A pixel is what rounding may cost. */
export const wordsBeyond = (drawings: Locator): Promise<readonly string[]> => drawings.evaluateAll((all) => all.flatMap((drawing) => {
  const { left, right } = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text')]
    .filter((text) => text.closest('.clip') === null)
    .map((text) => ({ words: text.textContent ?? '', box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1))
    .map(({ words }) => words);
}));

/** The words of a drawing that stand on others of it: more than a pixel to the side, and on a third of their height, since a box has room above and below its letters. */
export const wordsOverWords = (drawings: Locator): Promise<readonly string[]> => drawings.evaluateAll((all) => all.flatMap((drawing) => {
  const texts = [...drawing.querySelectorAll('text')]
    .filter((text) => text.closest('.clip') === null && text.checkVisibility({ visibilityProperty: true }))
    .map((text) => ({ words: text.textContent ?? '', box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  return texts.flatMap(({ words, box }, i) => texts.slice(i + 1).filter(({ box: other }) => {
    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return across > 1 && down > Math.min(box.height, other.height) / 3;
  }).map((other) => `${words} | ${other.words}`));
}));

/** How a mark differs from others without its colour: whether it is filled, its outline's dashes and width. */
export const shapeOf = (mark: Locator): Promise<string> => mark.evaluate((each) => {
  const { fill, stroke, strokeDasharray, strokeWidth } = getComputedStyle(each);
  const paper = getComputedStyle(document.body).backgroundColor;
  const filled = fill !== 'none' && fill !== paper;
  return `${filled ? 'solid' : 'hollow'}, ${stroke === 'none' ? 'no outline' : `outline ${strokeWidth} ${strokeDasharray}`}`;
});

/** Red, green and blue, each from 0 to 255. */
export type Ink = readonly [number, number, number];

/** Brightness from 0, black, to 1, white. */
export const brightness = ([red, green, blue]: Ink): number => (0.299 * red + 0.587 * green + 0.114 * blue) / 255;

/** What is really painted in the middle of each box, from a picture of the window. */
export async function inkIn(page: Page, boxes: readonly Box[]): Promise<readonly Ink[]> {
  const picture = (await page.screenshot({ scale: 'css', animations: 'disabled' })).toString('base64');
  const points = boxes.map(({ x, y, width, height }) => [Math.floor(x + width / 2), Math.floor(y + height / 2)] as const);
  return page.evaluate(async ([base64, at]): Promise<readonly Ink[]> => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return at.map(([x, y]) => [0, 1, 2].map((channel) => data[4 * (y * image.width + x) + channel]) as unknown as Ink);
  }, [picture, points] as const);
}

/** How many marks are painted solid: dark on light paper. */
export async function solidAmong(marks: Locator): Promise<number> {
  await marks.first().scrollIntoViewIfNeeded();
  const inks = await inkIn(marks.page(), await boxesOf(marks));
  return inks.filter((ink) => brightness(ink) < 0.4).length;
}
