/** An address outside the book, and the pages that refer to it. */
export interface Referred { readonly url: string; readonly pages: readonly string[] }

/** Where the book says it lives itself when its build was told no `SITE` and no `REPOSITORY`: nobody's addresses, kept free for examples. */
const untold = /^https:\/\/(?:example\.org|github\.com\/example\/)/;

/** Every address that links of these pages lead to outside the book, each once, without what stands after `#`, in order. */
export function outside(pages: readonly { readonly page: string; readonly html: string }[]): readonly Referred[] {
  const all = new Map<string, Set<string>>();
  for (const { page, html } of pages) {
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="(https?:[^"#]+)/g)) {
      const url = href.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
      if (!untold.test(url)) all.set(url, (all.get(url) ?? new Set()).add(page));
    }
  }
  return [...all].map(([url, where]) => ({ url, pages: [...where] })).sort((a, b) => a.url.localeCompare(b.url));
}
