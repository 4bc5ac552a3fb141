/** What a text told: numbers by their names, each with its place. */
import type { Damage } from '../../machine.ts';

/** One number under the name it is printed with. */
export interface Told {
  readonly name: string;
  readonly value: number;
  /** Line and column of the number, from 1. */
  readonly line: number;
  readonly column: number;
  /** What Prometheus tells targets apart by, as printed; empty elsewhere. */
  readonly labels: Labels;
  /** When it was so, in seconds since 1970, where the text says. */
  readonly time?: number;
}

export type Labels = readonly (readonly [name: string, value: string])[];

/** What became of one line: its numbers, or what is wrong with it. Nothing is thrown, and the next line is read. */
export type Read = { readonly told: readonly Told[] } | { readonly damage: Damage };

/** A line that is passed over: it tells nothing we need, and nothing is wrong with it. */
export const nothing: Read = { told: [] };
