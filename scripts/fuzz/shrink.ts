/** The shortest part of a text found that still fails: pieces are left out as long as it does, lines first, characters last. */
export function shrunken(text: string, fails: (text: string) => boolean, tries = 400): string {
  let left = tries;
  const stillFails = (candidate: string): boolean => left-- > 0 && fails(candidate);
  const byLines = without(text.split('\n'), '\n', stillFails);
  return byLines.length > 20_000 ? byLines : without(Array.from(byLines), '', stillFails);
}

function without(pieces: readonly string[], between: string, fails: (text: string) => boolean): string {
  let kept = pieces;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fails(fewer.join(between))) kept = fewer;
      else at += size;
    }
  }
  return kept.join(between);
}
