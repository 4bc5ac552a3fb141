// @ts-check
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkCjk from 'remark-cjk-friendly';
import remarkCjkStrike from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMath from 'remark-math';
import { noSite, repository } from './src/i18n/project.ts';
import { everyPackageNamed } from './src/licences/every-package-named.ts';
import { gathered } from './src/markdown/gathered.ts';
import { headingId } from './src/markdown/heading-id.ts';
import { lone } from './src/markdown/lone.ts';
import { mathsFaces } from './src/markdown/maths-faces.ts';
import { notesMaths } from './src/markdown/notes-maths.ts';
import { repositoryFile } from './src/markdown/repository-file.ts';
import { untranslated } from './src/markdown/untranslated.ts';

const processor = unified({
  smartypants: { dashes: false },
  remarkPlugins: [headingId, repositoryFile, remarkMath, notesMaths, remarkCjk, remarkCjkStrike],
  rehypePlugins: [[rehypeKatex, { strict: 'error', throwOnError: true }], untranslated, lone],
});

/**
 * Astro hashes its own inline scripts and styles; style attributes stay open, KaTeX and Shiki write them.
 * @type {Exclude<NonNullable<import('astro').AstroUserConfig['security']>['csp'], boolean | undefined>}
 */
const csp = {
  directives: ["default-src 'self'", "img-src 'self' data:", "font-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"],
  styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
};

/** @param {string} path in this checkout */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What a page needs before any figure is near, kept out of the player's file. */
const loader = /preload-helper|src\/i18n\/(locales|number)\.ts|components\/(kept|predict)\.ts|components\/player\/(figure|list)\.ts|src\/layouts\/(land|offline-wake|place|search-open|theme)\.ts/;
/** What every figure needs at its first sight travels as one file. */
const playerCore = /node_modules\/(preact|@preact)\/|components\/player\/(mount|open|Player|Transport|Controls|TroubleNote|More|room|session|reconcile|keys|view)\.tsx?|components\/views\/(Legend|legend|strip-places)|src\/demos\/(demo|control|link|stops)\.ts|src\/engine\/(machine|timeline)\.ts|src\/i18n\/(player|quantity)\.ts/;

/** Small things of Go’s that many figures share travel as one file: each file costs its reader as much time as kilobytes do. */
const goParts = { name: 'go', test: /src\/engine\/go\/(heap-goal|request|request-machine|size-classes|trigger|heap\/(arenas|gc-work|geometry|span-queue))\.ts/ };

/**
 * What a demo is made of is asked for at once, not file after file. No other file lists what it may import.
 * @type {import('vite').Plugin}
 */
const importLists = { name: 'import-lists', configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: { polyfill: false, resolveDependencies: (_, files, { hostId }) => (hostId.includes('/demos.') ? files : []) } } } : undefined) };

/**
 * In place of Vite’s helper for imports, which is longer for what the book never does: no file that is loaded on use brings styles,
 * and nobody listens for what fails to load but who asked for it.
 * @type {import('vite').Plugin}
 */
const askAhead = {
  name: 'ask-ahead',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => (id === '\0vite/preload-helper.js' ? `
const asked = new Set();
export function __vitePreload(load, files = []) {
  for (const file of files) {
    if (asked.has(file)) continue;
    asked.add(file);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: import.meta.env.BASE_URL + file }));
  }
  return load();
}` : undefined),
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type === 'chunk' && file.isDynamicEntry && (file.viteMetadata?.importedCss.size ?? 0) > 0) this.error(`${file.fileName} is loaded on use and brings styles, which nothing would load. Put them into src/styles, or give this build Vite’s own helper again.`);
    }
  },
};

/** Characters of code from which on compiling it takes longer than reading the line that asks for it. */
const worthCompilingAhead = 6_000;

/**
 * Asks the browser to compile each function where the file is compiled, beside the page: compiled at its first call, it would be
 * the reader's first tap that waits. Chromium's explicit compile hints; a comment to the others.
 * @type {import('vite').Plugin}
 */
const compiledAhead = {
  name: 'compiled-ahead',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk' && file.code.length > worthCompilingAhead) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
  },
};

export default defineConfig({
  site: process.env.SITE ?? noSite,
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  i18n: { locales: ['en', 'zh'], defaultLocale: 'en', routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false } },
  markdown: {
    processor,
    shikiConfig: { theme: 'css-variables' },
  },
  security: { csp },
  devToolbar: { enabled: false },
  integrations: [
    preact(),
    mdx(),
    sitemap({
      filter: (page) => !page.includes('/dev/'),
      i18n: { defaultLocale: 'en', locales: { en: 'en', zh: 'zh-CN' } },
      // The page in both languages is nobody's translation.
      serialize: (item) => ({ ...item, links: item.links?.filter(({ url }) => /\/(en|zh)\//.test(item.url) && /\/(en|zh)\//.test(url)) ?? [] }),
    }),
  ],
  vite: {
    plugins: [importLists, askAhead, compiledAhead, everyPackageNamed(), gathered(here('content')), mathsFaces(here('content'), here('node_modules/.cache/maths'))],
    define: { GO_RUNTIME_BYTES: statSync(new URL('oracle/go-runtime.wasm', import.meta.url)).size, 'process.env.REPOSITORY': JSON.stringify(repository) },
    build: {
      // Fonts stay files: the policy allows no data: fonts.
      assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
      rolldownOptions: { onLog: (level, log, next) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log); } },
    },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'loader', test: loader, priority: 2 }, { name: 'player', test: playerCore, priority: 1 }, goParts] } } } } } },
  },
});
