/** Where the book lives in public. */
export const repositoryUrl = 'https://github.com/go-memory-book/go-memory-book';
export const issuesUrl = `${repositoryUrl}/issues/new`;
