import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** Chinese faces, as the package of each calls its own and as our styles call them: the book prints the same on every machine, and on one without a Chinese font. */
const faces = [
  { folder: 'noto-sans-sc', called: 'Noto Sans SC Variable', named: 'Noto Sans SC' },
  { folder: 'noto-serif-sc', called: 'Noto Serif SC Variable', named: 'Noto Serif SC' },
] as const;

const packages = join(root, 'node_modules/@fontsource-variable');

/** Path below a printed page at which its faces are asked for. */
export const facesAt = 'faces/';

/** The styles that name the faces; each of their files holds some of the characters, and a browser asks for those it needs. */
export function faceStyles(): string {
  return faces.map(({ folder, called, named }) => readFileSync(join(packages, folder, 'index.css'), 'utf8').replaceAll(called, named).replaceAll('./files/', `${facesAt}${folder}/`)).join('\n');
}

/** The file behind an address that `faceStyles` gave. */
export function faceFile(url: string): string {
  const [folder, file] = url.slice(url.lastIndexOf(facesAt) + facesAt.length).split('/');
  return join(packages, folder!, 'files', file!);
}
