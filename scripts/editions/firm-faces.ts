import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import subsetFont from 'subset-font';
import { bringFaces, faceSheet } from './faces.ts';

/** The query that asks for a variable face at one weight: `….woff2?wght=600`. */
const asked = 'wght';

/** The weights that a page's styles name, lightest first, with those that need no naming. */
export function weightsIn(html: string): readonly number[] {
  const named = [...html.matchAll(/font(?:-weight)?(?::\s*|=")(\d{3})\b(?! \d{3}\b)/g)].map(([, weight]) => Number(weight));
  return [...new Set([400, 700, ...named])].sort((a, b) => a - b);
}

/**
 * Styles in which each variable face is one face of each weight instead. Chromium prints the letters of a variable face as
 * drawings (Type 3), a kilobyte each; any other face it embeds, a quarter of that.
 */
export function firm(styles: string, weights: readonly number[]): string {
  return styles.replaceAll(/@font-face\s*\{[^}]*\}/g, (rule) => {
    const [range, least, most] = /font-weight:\s*(\d+) (\d+)/.exec(rule) ?? [];
    if (range === undefined) return rule;
    return weights.filter((weight) => weight >= Number(least) && weight <= Number(most)).map((weight) => firmAt(rule.replace(range, `font-weight: ${weight}`), weight)).join('\n');
  });
}

/** A face that is printed is waited for. */
const firmAt = (rule: string, weight: number): string => rule.replaceAll('.woff2', `.woff2?${asked}=${weight}`).replace(/font-display:\s*\w+/, 'font-display: block');

/** Gives a page, whose styles `firm` wrote, our faces and each variable one at the weights it asks for. `fileAt`: the file behind an address. */
export async function bringFirmFaces(page: Page, weights: readonly number[], fileAt: (url: URL) => string): Promise<void> {
  await bringFaces(page, firm(faceSheet(), weights));
  await page.route((url) => url.searchParams.has(asked), async (route) => {
    const url = new URL(route.request().url());
    await route.fulfill({ contentType: 'font/ttf', body: await atWeight(readFileSync(fileAt(url)), Number(url.searchParams.get(asked))) });
  });
}

/** A variable face at one weight, with all its letters and what it knows of setting them. */
const atWeight = async (face: Buffer, weight: number): Promise<Buffer> => withoutBounds(await subsetFont(face, '', { targetFormat: 'sfnt', keepAllGlyphs: true, variationAxes: { wght: weight } }));

/**
 * A face that does not tell the bounds of all its letters: Chromium then measures what is set. With them a line that begins a page
 * would reach into the page before, be written there too, as nothing, and have its heading twice in the outline.
 */
function withoutBounds(face: Buffer): Buffer {
  const tables = Array.from({ length: face.readUInt16BE(4) }, (_, i) => 12 + 16 * i); // the format's directory: tag, sum, offset, length
  const head = tables.find((at) => face.toString('latin1', at, at + 4) === 'head');
  if (head === undefined) throw new Error('A face has no table "head"');
  return face.fill(0, face.readUInt32BE(head + 8) + 36, face.readUInt32BE(head + 8) + 44); // xMin, yMin, xMax, yMax
}
