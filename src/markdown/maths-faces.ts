import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import katex from 'katex';
import type { InlineMath, Math } from 'mdast-util-math';
import { PurgeCSS } from 'purgecss';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import subsetFont from 'subset-font';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Plugin } from 'vite';
import { headingId } from './heading-id.ts';

const sheet = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
const faces = join(dirname(sheet), 'fonts');
const fontFace = /@font-face\{[^}]*font-family:"?(KaTeX_\w+)[^}]*\}/g;
const olderFormats = /,url\([^)]*\) format\("(?:woff|truetype)"\)/g;

const parser = unified().use(remarkParse).use(remarkMdx).use(headingId).use(remarkMath);

/** Every formula of a chapter's text, as the page will hold it. */
export function formulas(mdx: string): readonly string[] {
  const set: string[] = [];
  const each = (node: Math | InlineMath) => { set.push(katex.renderToString(node.value, { displayMode: node.type === 'math' })); };
  visit(parser.parse(mdx.replace(/^---\n[\s\S]*?\n---\n/, '')), (node) => { if (node.type === 'math' || node.type === 'inlineMath') each(node); });
  return set;
}

/** The rules of KaTeX's style sheet that apply to some element of the HTML, and the faces they name, as WOFF2 only. */
export async function rulesFor(html: string): Promise<string> {
  const [purged] = await new PurgeCSS().purge({ content: [{ raw: html, extension: 'html' }], css: [{ raw: readFileSync(sheet, 'utf8') }] });
  if (purged === undefined) throw new Error(`${sheet} could not be read as a style sheet`);
  const rules = purged.css.replace(fontFace, '');
  const named = [...purged.css.matchAll(fontFace)].filter(([, family = '']) => rules.includes(family)).map(([face]) => face.replace(olderFormats, ''));
  return named.join('') + rules;
}

/** KaTeX's own face with the given characters alone. */
export const faceFor = (file: string, characters: string): Promise<Buffer> => subsetFont(readFileSync(join(faces, file)), characters, { targetFormat: 'woff2' });

/** Writes into a folder the style sheet and the faces that set the chapters' formulas and nothing else. Returns the sheet's path. */
async function write(content: string, folder: string): Promise<string> {
  const texts = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mdx'));
  const html = texts.flatMap((name) => formulas(readFileSync(join(content, name), 'utf8'))).join('\n');
  const css = await rulesFor(html);
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  const characters = html.replace(/<[^>]*>/g, '');
  for (const [, file = ''] of css.matchAll(/url\(fonts\/([^)]+)\)/g)) writeFileSync(join(folder, 'fonts', file), await faceFor(file, characters));
  const path = join(folder, 'maths.css');
  writeFileSync(path, css);
  return path;
}

/**
 * In the built book KaTeX's style sheet holds what its formulas use, and its faces their characters: a fifth of the bytes.
 * The development server serves KaTeX whole.
 */
export function mathsFaces(content: string, folder: string): Plugin {
  let written: Promise<string> | undefined;
  return {
    name: 'maths-faces',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id) {
      if (id !== 'katex/dist/katex.min.css?url') return null;
      written ??= write(content, folder);
      return `${await written}?url`;
    },
  };
}
