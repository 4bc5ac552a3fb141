/** The repository of a build that was told none. Nobody is sent there from where an address would be printed or cited. */
const noRepository = 'https://github.com/example/go-runtime-memory-book';

/** Where the sources live: `REPOSITORY`, or what GitHub's runner says. What a browser runs has it from the build: astro.config.mjs. */
export const repository: string =
  process.env['REPOSITORY'] ?? (process.env['GITHUB_REPOSITORY'] === undefined ? noRepository : `https://github.com/${process.env['GITHUB_REPOSITORY']}`);

/** Where the sources live, if this build was told. */
export const published = (): string | undefined => (repository === noRepository ? undefined : repository);

/** The address a build has that was told none by `SITE`. Nobody is sent there. */
export const noSite = 'https://example.org';

/** Where a reader looks at that file (a path from the project's root). */
export const fileIn = (repository: string, path: string): string => `${repository}/blob/main/${path}`;

/** Where a reader reports what broke. */
export const issuesUrl = `${repository}/issues/new`;
