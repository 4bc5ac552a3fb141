const counts = new WeakMap<Request, number>();

/** An id no other element of the page being rendered has: `note-1`, `note-2`… */
export function pageId(request: Request, kind: string): string {
  const count = (counts.get(request) ?? 0) + 1;
  counts.set(request, count);
  return `${kind}-${count}`;
}
