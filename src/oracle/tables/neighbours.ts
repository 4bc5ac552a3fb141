/** Neighbours for which `key` gives the same, together; in order. */
export function neighbours<T>(all: readonly T[], key: (each: T) => string | number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const each of all) {
    const last = groups.at(-1);
    if (last && key(last[0]!) === key(each)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** `1.15–1.19`, or `1.20` alone. */
export function span(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names[0]!}–${names.at(-1)!}`;
}
