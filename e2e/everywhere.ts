import { devices, type PlaywrightTestConfig } from '@playwright/test';

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

/** What a reader does, and what may go wrong, in specs that ask of a browser only what all can do; a test in them that asks for more has the tag `@chromium`. */
const specs = ['smoke', 'demos', 'pages', 'search', 'kept', 'questions', 'trouble', 'offline', 'figures', 'player/keys', 'player/program', 'demos/*'].map((name) => `**/e2e/${name}.spec.ts`);

/** Fingers on the grips of a drawing are put there by Chromium's own protocol. */
export const ignored = ['**/e2e/demos/pacer-cockpit-grips.spec.ts'];

/** The phone that has the engine. Playwright's Firefox has none: it knows no touch and no narrow page of a phone. */
const phones = { chromium: devices['Pixel 7'], firefox: undefined, webkit: devices['iPhone 15'] } as const;

/** How each is started. `CHROMIUM` may name another one than Playwright's own; Firefox lets a page read the clipboard only in a test. */
const launch = {
  chromium: process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {},
  firefox: { firefoxUserPrefs: { 'dom.events.testing.asyncClipboard': true } },
  webkit: {},
} as const;

type Name = keyof typeof launch;

const isName = (name: string): name is Name => Object.hasOwn(launch, name);

/** Playwright's own browsers, each a project of its name with a new page for each test, and one on a phone where there is one. `names` are separated by commas. */
export function everywhere(names: string, desk: NonNullable<Project['use']>, phone: NonNullable<Project['use']>): Project[] {
  return names.split(',').flatMap((name) => {
    if (!isName(name)) throw new Error(`BROWSERS names "${name}". It may name ${Object.keys(launch).join(', ')}, separated by commas.`);
    const common = { browserName: name, reuseContext: false, launchOptions: launch[name] };
    const others = name === 'chromium' ? [] : [/@chromium/];
    const at = { testMatch: specs, testIgnore: ignored };
    return [
      { name, ...at, grepInvert: [/@phone|@no-js/, ...others], use: { ...desk, ...common } },
      ...(phones[name] ? [{ name: `${name}-phone`, ...at, grepInvert: [/@desktop|@no-js/, ...others], use: { ...phones[name], ...phone, ...common } }] : []),
    ];
  });
}
