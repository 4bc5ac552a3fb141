import type { Nodes } from 'mdast';
import { at, type Chapter } from './chapter.ts';
import { anchorOf, attribute, isElement, walk } from './elements.ts';
import type { Finding } from './finding.ts';

/** Where a link in a chapter may lead inside the book. */
export interface Map {
  /** Every page below the base, with slashes at its end: `en/1-2-stack/`. */
  readonly pages: ReadonlySet<string>;
  /** The anchors of each written chapter, by its page. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a path from the project's root is a file, which `repo:PATH` leads to. */
  readonly isFile: (path: string) => boolean;
}

/** The page a chapter becomes. */
export const pageOf = ({ locale, slug }: Pick<Chapter, 'locale' | 'slug'>): string => `${locale}/${slug}/`;

/** The map of the written chapters and of other pages known by path. */
export function mapOf(chapters: readonly Chapter[], others: readonly string[], isFile: Map['isFile'] = () => false): Map {
  return {
    isFile,
    pages: new Set([...chapters.map(pageOf), ...others]),
    anchors: new Map(chapters.map((chapter) => [pageOf(chapter), anchorsOf(chapter)])),
  };
}

/** The anchors given to headings, and the names of questions. A heading without one gets none: both languages must agree on it. */
export function anchorsOf({ tree }: Chapter): ReadonlySet<string> {
  return new Set([...walk(tree)].flatMap((node) => (node.type === 'heading' ? (anchorOf(node) ?? []) : isElement(node) && node.name === 'Question' ? (attribute(node, 'id') ?? []) : [])));
}

/** Every link inside the book leads to a page that is there, and to an anchor on it; no sentence shows a path of the repository in place of a link. */
export function checkLinks(chapter: Chapter, map: Map): readonly Finding[] {
  return [...walk(chapter.tree)].flatMap((node) => {
    if (node.type === 'text') return pathsIn(node.value).filter(map.isFile).map((path) => at(chapter, node, `${path} says nothing to a reader: write [what it is](repo:${path})`));
    if (node.type !== 'link' && node.type !== 'definition') return [];
    const wrong = wrongWith(node.url, chapter, map);
    return wrong === undefined ? [] : [at(chapter, node as Nodes, `the link to ${node.url}: ${wrong}`)];
  });
}

/** What looks like a path with a folder before it. */
const pathsIn = (text: string): readonly string[] => text.match(/[\w-]+(?:\/[\w.-]+)*\/[\w-]+(?:\.\w+)+/g) ?? [];

function wrongWith(url: string, chapter: Chapter, { pages, anchors, isFile }: Map): string | undefined {
  if (url.startsWith('repo:')) return isFile(url.slice('repo:'.length)) ? undefined : 'there is no such file in the repository';
  if (/^(https:|mailto:)/.test(url)) return undefined;
  if (url.startsWith('http:')) return 'write https';
  if (url.startsWith('/')) return 'begin with ../ and not with /, so that it holds wherever the book is mounted';
  const target = new URL(url, `https://book/${pageOf(chapter)}`);
  const page = decodeURIComponent(target.pathname.slice(1));
  if (!pages.has(page)) return pages.has(`${page}/`) ? 'end the page with a slash' : `there is no page /${page}. There are: ${near(page, pages)}`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  const known = anchors.get(page);
  if (anchor === '' || !known || known.has(anchor)) return undefined;
  return `/${page} has no anchor #${anchor}; it has ${[...known].map((each) => `#${each}`).join(', ') || 'none'}`;
}

/** The pages of the same language. */
const near = (page: string, pages: ReadonlySet<string>): string => [...pages].filter((each) => each.slice(0, 3) === page.slice(0, 3)).map((each) => `/${each}`).join(', ');
