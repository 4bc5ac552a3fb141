import type { Band, Group, Look, TourAnswer, TourEvent } from '../../engine/memory/map-tour.ts';
import type { Certainty, Proof, Rule, What } from '../../engine/memory/what.ts';
import type { DemoWords } from '../demo.ts';
import type { controls } from './demo.ts';

export type Presets = 'seed' | 'today' | 'threads' | 'versions' | 'cgo';

/** A name short enough for a drawing, and one sentence of what it is. */
export interface WhatWords { readonly name: string; readonly is: string }

/** Every kind of memory and every rule, in one language: for this figure and for the reader's own maps. */
export interface MemoryWords {
  readonly what: { readonly [Name in What]: WhatWords };
  readonly proof: { readonly [Name in Rule]: (proof: Proof) => string };
  readonly certainty: { readonly [Name in Certainty]: string };
  readonly bands: { readonly [Name in Band]: string };
  /** A mapping of several kinds: the largest, and how many others. */
  readonly more: (name: string, others: number) => string;
}

/** What *Two maps, one ruler* says beside what every demo says. */
export interface TwoMapsWords extends DemoWords<typeof controls, Presets, Look, TourEvent, TourAnswer>, MemoryWords {
  readonly kinds: { readonly [Kind in Group]: string };
  readonly totals: (virt: string, resident: string | undefined) => readonly string[];
}
