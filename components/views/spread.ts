/**
 * Places for labels that want to stand at `wanted`, at least `gap` apart, between `low` and `high`, in their order; as
 * near to what they want as that leaves. Too many of them reach beyond `low`.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = [...wanted];
  let above = low - gap;
  for (const i of order) above = places[i] = Math.max(places[i]!, above + gap);
  let below = high + gap;
  for (const i of order.toReversed()) below = places[i] = Math.min(places[i]!, below - gap);
  return places;
}
