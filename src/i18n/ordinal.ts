const endings: readonly string[] = ['th', 'st', 'nd', 'rd'];

/** In English: `2nd`, `3rd`, `11th`. */
export function ordinal(count: number): string {
  const isTeen = Math.floor(count / 10) % 10 === 1;
  return `${count}${isTeen ? 'th' : (endings[count % 10] ?? 'th')}`;
}
