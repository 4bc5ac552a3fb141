import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../paths.ts';

/** Chinese faces, as the package of each calls its own and as our styles call them. */
const faces = [
  { folder: 'noto-sans-sc', called: 'Noto Sans SC Variable', named: 'Noto Sans SC' },
  { folder: 'noto-serif-sc', called: 'Noto Serif SC Variable', named: 'Noto Serif SC' },
] as const;

const packages = join(root, 'node_modules/@fontsource-variable');
const place = 'faces/';

/** Where a page that `bringFaces` was told of finds the styles that name the faces and use them. */
export const faceSheetAt = `${place}faces.css`;

/** Each file of a face holds some of its characters, and a browser asks for those it needs. */
export function faceSheet(): string {
  const named = faces.map(({ folder, called, named }) => readFileSync(join(packages, folder, 'index.css'), 'utf8').replaceAll(called, named).replaceAll('./files/', `${folder}/`));
  return [...named, readFileSync(new URL('faces.css', import.meta.url), 'utf8')].join('\n');
}

/** The file behind an address that `faceSheet` gave. */
export function faceFile(url: string): string {
  const [folder, file] = url.slice(url.lastIndexOf(place) + place.length).split('/');
  return join(packages, folder!, 'files', file!);
}

/** Whether an address is of a face that we bring, or of their styles. */
export const isFace = ({ pathname }: URL): boolean => pathname.includes(`/${place}`);

/** Gives a page what `faceSheetAt` asks for: what is printed or drawn looks the same on every machine, and on one without a Chinese font. */
export async function bringFaces(page: Page, sheet = faceSheet()): Promise<void> {
  await page.route(isFace, (route) => {
    const url = route.request().url();
    return url.endsWith(faceSheetAt) ? route.fulfill({ contentType: 'text/css', body: sheet }) : route.fulfill({ contentType: 'font/woff2', path: faceFile(url) });
  });
}
