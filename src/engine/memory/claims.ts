/** Who owns which bytes: mappings in address order, and the claims that rules have made on them. */
import { KiB } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import type { Range } from './summaries.ts';
import type { Attributed, Certainty, Part, Proof, What } from './what.ts';

interface Claim extends Range {
  readonly what: What;
  readonly certainty: Certainty;
  readonly proof: Proof;
}

/** A test on mappings, such as {@link isReady}. */
export type Kind = (mapping: Mapping) => boolean;

/** A claimed byte stays with its first claimant, so rules run from the surest to the vaguest. */
export class Claims {
  readonly mappings: readonly Mapping[];
  readonly #claims: readonly Claim[][];

  /** `mappings` must be in address order and must not overlap, as {@link readProcess} gives them. */
  constructor(mappings: readonly Mapping[]) {
    this.mappings = mappings;
    this.#claims = mappings.map(() => []);
  }

  /** Index of the first mapping that ends after `address`. */
  indexAt(address: number): number {
    let [low, high] = [0, this.mappings.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.mappings[middle]!.end > address) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The mappings that overlap a range. */
  *within(range: Range): Generator<Mapping, void, void> {
    for (let at = this.indexAt(range.start); at < this.mappings.length; at++) {
      const mapping = this.mappings[at]!;
      if (mapping.start >= range.end) return;
      yield mapping;
    }
  }

  /** Whether every byte of a range is mapped, unclaimed and of a kind, in at most `most` mappings. */
  isFree(range: Range, kind: Kind, most = Infinity): boolean {
    let reached = range.start;
    let seen = 0;
    for (const mapping of range.end > range.start ? this.within(range) : []) {
      if (mapping.start > reached || !kind(mapping) || ++seen > most) return false;
      reached = mapping.end;
    }
    return reached >= range.end && !this.#isClaimed(range);
  }

  /** Claims what is mapped of a range and not claimed yet. */
  claim(range: Range, what: What, certainty: Certainty, proof: Proof): void {
    for (let at = this.indexAt(range.start); at < this.mappings.length && this.mappings[at]!.start < range.end; at++) {
      const { start, end } = this.mappings[at]!;
      const claim = { start: Math.max(start, range.start), end: Math.min(end, range.end), what, certainty, proof };
      insert(this.#claims[at]!, claim);
    }
  }

  /** Maximal stretches of unclaimed, contiguous memory of a kind, lowest first. */
  free(kind: Kind): Range[] {
    const runs: Range[] = [];
    this.mappings.forEach((mapping, at) => {
      if (kind(mapping)) for (const gap of this.freeIn(at)) join(runs, gap);
    });
    return runs;
  }

  /** The unclaimed memory of one mapping, by its index, lowest first. */
  freeIn(at: number): Range[] { return gaps(this.mappings[at]!, this.#claims[at]!); }

  /** Every mapping with its parts; `leftover` names what no rule claimed. */
  settle(leftover: (mapping: Mapping) => Omit<Part, 'sizeKiB'>): Attributed[] {
    return this.mappings.map((mapping, at) => {
      const rest = this.freeIn(at).map((gap) => ({ ...gap, ...leftover(mapping) }));
      const parts = [...this.#claims[at]!, ...rest].sort((a, b) => a.start - b.start);
      return { mapping, parts: parts.map(({ start, end, what, certainty, proof }) => ({ what, sizeKiB: (end - start) / KiB, certainty, proof })) };
    });
  }

  #isClaimed(range: Range): boolean {
    for (let at = this.indexAt(range.start); at < this.mappings.length && this.mappings[at]!.start < range.end; at++) {
      if (this.#claims[at]!.some((claim) => claim.start < range.end && range.start < claim.end)) return true;
    }
    return false;
  }
}

/** Adds the parts of a claim that are still free, keeping the list in address order. */
function insert(claims: Claim[], claim: Claim): void {
  const free = gaps(claim, claims.filter((other) => other.start < claim.end && claim.start < other.end));
  if (free.length === 0) return;
  claims.push(...free.map((gap) => ({ ...claim, ...gap })));
  claims.sort((a, b) => a.start - b.start);
}

/** What ranges in address order leave of a whole. */
function gaps(whole: Range, taken: readonly Range[]): Range[] {
  const free: Range[] = [];
  let reached = whole.start;
  for (const { start, end } of taken) {
    if (start > reached) free.push({ start: reached, end: start });
    reached = Math.max(reached, end);
  }
  if (reached < whole.end) free.push({ start: reached, end: whole.end });
  return free;
}

/** Appends a range, or lengthens the last one when it touches. */
function join(runs: Range[], range: Range): void {
  const last = runs.at(-1);
  if (last?.end === range.start) runs[runs.length - 1] = { start: last.start, end: range.end };
  else runs.push(range);
}
