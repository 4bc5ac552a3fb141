/** Where the sources live: `REPOSITORY`, or what GitHub's runner says. What a browser runs has it from the build: astro.config.mjs. */
export const repository: string =
  process.env['REPOSITORY'] ?? `https://github.com/${process.env['GITHUB_REPOSITORY'] ?? 'example/go-runtime-memory-book'}`;

/** Where a reader reports what broke. */
export const issuesUrl = `${repository}/issues/new`;
