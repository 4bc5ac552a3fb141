/** What is free in a stretch of pages: the free run it starts with, its longest, the one it ends with (`mpagealloc.go:pallocSum`). In pages. */
export interface Summary { readonly start: number; readonly max: number; readonly end: number }

/** Nothing is free. */
export const noneFree: Summary = { start: 0, max: 0, end: 0 };

export const sameSummary = (a: Summary, b: Summary): boolean => a.start === b.start && a.max === b.max && a.end === b.end;

/** The summary of neighbours that are `pagesEach` pages each (`mpagealloc.go:mergeSummaries`). */
export function mergeSummaries(parts: readonly Summary[], pagesEach: number): Summary {
  let { start, max, end } = noneFree;
  for (const [i, part] of parts.entries()) {
    if (start === i * pagesEach) start += part.start;
    max = Math.max(max, end + part.start, part.max);
    end = part.end === pagesEach ? end + pagesEach : part.end;
  }
  return { start, max, end };
}
