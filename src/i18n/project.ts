/** Where the sources live: `REPOSITORY`, or what GitHub's runner says. What a browser runs has it from the build: astro.config.mjs. */
export const repository: string =
  process.env['REPOSITORY'] ?? `https://github.com/${process.env['GITHUB_REPOSITORY'] ?? 'example/go-runtime-memory-book'}`;

/** Where the sources live, if this build was told; nothing printed or cited should name an address that nobody gave. */
export const published = (): string | undefined => (process.env['REPOSITORY'] === undefined && process.env['GITHUB_REPOSITORY'] === undefined ? undefined : repository);

/** The address a build has that was told none by `SITE`. Nobody is sent there. */
export const noSite = 'https://example.org';

/** Where a reader looks at that file (a path from the project's root). */
export const fileIn = (repository: string, path: string): string => `${repository}/blob/main/${path}`;

/** Where a reader reports what broke. */
export const issuesUrl = `${repository}/issues/new`;
