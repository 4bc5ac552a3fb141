import { load } from 'cheerio';
import { isTag } from 'domhandler';

/** In every text that would be markup if it were let; where it is missing there is nothing to look for. */
const trace = /bomb/i;

/** Elements that no page of the book writes where a reader's text may stand. */
const foreign = ['script', 'iframe', 'img', 'object', 'embed', 'link', 'style', 'base', 'meta', 'form', 'bomb'];

/** What a text has made of itself in a page: an element, a handler or an address of its own. Empty when it stayed text. */
export function markupIn(html: string): readonly string[] {
  if (!trace.test(html)) return [];
  return load(html, null, false)('*').toArray().filter(isTag).flatMap(({ tagName, attribs }) => [
    ...(foreign.includes(tagName) ? [`<${tagName}>`] : []),
    ...Object.entries(attribs).filter(isForeign).map(([name]) => `${name} of <${tagName}>`),
  ]);
}

const isForeign = ([name, value]: [string, string]): boolean => /^on|bomb/i.test(name) || (/^(?:id|class|href|src|style|xlink:href)$/.test(name) && trace.test(value));
