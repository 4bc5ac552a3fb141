import type { Node, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { locales, type Locale } from '../../src/i18n/locales.ts';
import { headingId } from '../../src/markdown/heading-id.ts';
import type { Finding } from './finding.ts';

/** One chapter in one language, read. */
export interface Chapter {
  /** As the checkout names it, with slashes: `content/en/1-2-stack.mdx`. */
  readonly path: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** The MDX below the front matter. */
  readonly body: string;
  readonly tree: Root;
  /** The whole file. */
  readonly text: string;
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n?/;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(headingId).use(remarkMath);

/** Reads a chapter. Positions in the tree are those of the file. Throws what is wrong with the syntax, with its place. */
export function readChapter(path: string, text: string): Chapter {
  const [, language = '', slug = ''] = /^content\/([^/]+)\/([^/]+)\.mdx$/.exec(path) ?? [];
  const locale = locales.find((each) => each === language);
  if (!locale) throw new Error(`${path} is not content/en/NAME.mdx or content/zh/NAME.mdx`);
  const [front = '', yaml = ''] = frontMatter.exec(text) ?? [];
  const tree = parser.parse(front.replace(/[^\n]/g, ' ') + text.slice(front.length));
  parser.runSync(tree);
  return { path, locale, slug, front: (parseYaml(yaml) ?? {}) as Record<string, unknown>, body: text.slice(front.length), tree, text };
}

/** A finding at a node of a chapter. */
export function at(chapter: Chapter, node: Node | undefined, message: string, level: Finding['level'] = 'error'): Finding {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  return { path: chapter.path, line, column, message, level };
}

/** A finding at an offset, counted in UTF-16 units from the start of the file. */
export function atOffset(chapter: Chapter, offset: number, message: string, level: Finding['level'] = 'error'): Finding {
  const before = chapter.text.slice(0, offset).split('\n');
  return { path: chapter.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, level };
}
