import type { Mark } from './scene.ts';

/** How a stretch is drawn: thin, hatched, solid, outlined, dark or dotted. */
export type LaneKind = 'program' | 'assist' | 'worker' | 'idle' | 'stop' | 'sweep' | 'other';

/** What one lane did for a while; `from` and `to` as shares of the whole time. */
export interface LaneMark extends Mark {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly kind: LaneKind;
  readonly title: string;
  /** Not reached yet by the cursor. */
  readonly ahead: boolean;
}

/** Lanes of one time; all places are shares of it, in [0, 1]. */
export interface LanesFrame {
  readonly lanes: readonly string[];
  readonly cursor: number;
  /** A quantity above the lanes, 1 being the height of its plot, and a line it is compared with. */
  readonly curve: { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[]; readonly bound: { readonly y: number; readonly label: string } };
  /** Times through all lanes. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly label: string; readonly now: boolean }[];
  /** Something that holds for a while, beneath the curve. */
  readonly holds: { readonly from: number; readonly to: number; readonly label: string };
  /** Something that happens again and again, beneath the lanes. */
  readonly pulses: { readonly name: string; readonly at: readonly number[] };
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly key: readonly { readonly kind: LaneKind; readonly label: string }[];
}
