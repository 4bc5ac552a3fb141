import type { PlaywrightTestConfig } from '@playwright/test';

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

/** What a reader does first, in specs that ask of a browser only what all can do. */
const specs = ['smoke', 'demos', 'pages', 'search', 'kept', 'questions', 'player/keys', 'player/program'].map((name) => `**/e2e/${name}.spec.ts`);

/** How each is started. `CHROMIUM` may name another one than Playwright's own; Firefox lets a page read the clipboard only in a test. */
const launch = {
  chromium: process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {},
  firefox: { firefoxUserPrefs: { 'dom.events.testing.asyncClipboard': true } },
  webkit: {},
} as const;

type Name = keyof typeof launch;

const isName = (name: string): name is Name => Object.hasOwn(launch, name);

/** Playwright's own browsers, each a project of its name with a new page for each test. `names` are separated by commas. */
export function everywhere(names: string, at: NonNullable<Project['use']>): Project[] {
  return names.split(',').map((name) => {
    if (!isName(name)) throw new Error(`BROWSERS names "${name}". It may name ${Object.keys(launch).join(', ')}, separated by commas.`);
    return { name, testMatch: specs, grepInvert: /@phone|@no-js/, use: { ...at, browserName: name, reuseContext: false, launchOptions: launch[name] } };
  });
}
