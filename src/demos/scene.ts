import type { Position } from '../engine/timeline.ts';
import type { GraphEdge, GraphFrame, GraphNode } from './scene-graph.ts';
import type { ChartGrip } from './scene-grips.ts';
import type { IcicleFrame, IcicleMark } from './scene-icicle.ts';
import type { LaneMark, LanesFrame } from './scene-lanes.ts';
import type { LevelCell, LevelsFrame } from './scene-levels.ts';
import type { PegMark, PinballFrame, ReleaseMark } from './scene-pinball.ts';
import type { FrameMark, StacksFrame } from './scene-stacks.ts';
import type { WordMark, WordsFrame } from './scene-words.ts';

/** What a mark means, in every chapter alike; `components/views/legend.ts` says how each is drawn. */
export type Meaning = 'reserved' | 'mapped' | 'resident' | 'lazily free' | 'free' | 'live' | 'garbage' | 'moved' | 'file' | 'kernel'
  | 'cached' | 'top' | 'header' | 'slack' | 'refused' | 'white' | 'grey' | 'black';

/** One thing drawn. The key is its identity from picture to picture; `at` is where a tap on it leads. */
export interface Mark { readonly key: string; readonly at?: Position }

/** One line of a picture's text form. */
export interface Fact { readonly label: string; readonly value: string }

/** All a view draws: marks by key, a frame that changes as a whole, and the same state in words. */
export interface Scene<M extends Mark = Mark, Frame = unknown> {
  readonly marks: readonly M[];
  readonly frame: Frame;
  readonly facts: readonly Fact[];
}

/** A reservation crossed by one live page: where it lies, and what stands before and after it. */
export interface BarMark extends Mark {
  readonly name: string;
  readonly size: string;
  readonly present: boolean;
  /** Share of the bar before the live page, and the page's own, in [0, 1]; a page covering all is `front: 0, page: 1`. Undefined: nothing mapped yet. */
  readonly live?: { readonly front: number; readonly page: number };
  readonly frontLabel: string;
  readonly pageLabel: string;
  readonly restLabel: string;
  /** The line pmap prints for what lies between this bar's live page and the next bar's. */
  readonly seam: string;
  readonly now: boolean;
}
export interface BarsFrame {
  /** The lines pmap prints before the first bar's live page and after the last bar. */
  readonly head: string;
  readonly foot: string;
  /** Where the address lies in the whole range, in [0, 1]: one line through all bars. */
  readonly cursor?: number;
}

/** One mapping of one process, drawn on a logarithmic ruler of sizes. */
export interface MappingMark extends Mark {
  readonly column: number;
  /** Marks of all columns with one band stand side by side. */
  readonly band: number;
  readonly name: string;
  readonly size: string;
  readonly perms: string;
  readonly sizeKiB: number;
  readonly residentKiB: number | undefined;
  readonly meaning: Meaning;
  readonly certainty: 'certain' | 'likely' | 'guess';
  readonly address: string;
  readonly now: boolean;
}
export interface RulerFrame { readonly columns: readonly { readonly name: string; readonly totals: readonly string[] }[]; readonly bands: readonly string[] }

/** One page of an address range. */
export interface PageMark extends Mark {
  readonly meaning: Meaning | 'none';
  /** Underlined: someone uses it. */
  readonly held: boolean;
  readonly label: string;
  readonly now: boolean;
}
export interface GridFrame {
  readonly columns: number;
  /** Height of a cell in pixels, where there are many; 18 unless it says otherwise. */
  readonly cell?: number;
  readonly counters: readonly { readonly name: string; readonly value: string; readonly share: number; readonly rule: string; readonly meaning: Meaning }[];
}

/** One bar: how much is taken, and how much of that is used, as shares of the row. */
export interface RowMark extends Mark {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly share: number;
  readonly fill: number;
  readonly meaning: Meaning;
  /** What the part that is not filled means; `free` unless it says otherwise. */
  readonly rest?: Meaning;
  readonly now: boolean;
}

/**
 * A stretch of a heap, drawn to scale; keyed `LANE/…`, as a rule by its address. `addr` in bytes from its lane's start,
 * `size` in bytes.
 */
export interface StripMark extends Mark {
  readonly addr: number;
  readonly size: number;
  readonly meaning: Meaning;
  /** The part of a block that was asked for; the rest is drawn as slack. Undefined: all of it. */
  readonly asked?: { readonly addr: number; readonly size: number } | undefined;
  /** Written on it where there is room. */
  readonly label: string;
  /** The same in full: shown where a pointer rests. */
  readonly title: string;
  /** Underlined: a search looked at it. */
  readonly held: boolean;
  readonly now: boolean;
}

/** One heap, as a strip of addresses in rows of `perRow` bytes. */
export interface StripLane {
  /** What the keys of its marks begin with. */
  readonly key: string;
  readonly name: string;
  /** What counts most, at the right of the name; and what else there is to know, beneath. */
  readonly figure: string;
  readonly note?: string | undefined;
  /** The address of its first byte. */
  readonly base: number;
  readonly size: number;
  readonly perRow: number;
  /** Whether addresses are written above its rows. Lanes of one scale need them once. */
  readonly ruler: boolean;
  /** Whether its rows stand close to one another. */
  readonly close?: boolean;
  /** Places the allocator remembers: a bump pointer, a rover. Given an empty list, room is kept for one. */
  readonly pointers?: readonly { readonly addr: number; readonly label: string }[] | undefined;
}
export interface StripsFrame {
  readonly lanes: readonly StripLane[];
  /** What lies from left to right in the lanes: said beneath a narrow drawing, where hardly a label fits in. */
  readonly names?: { readonly title: string; readonly all: readonly { readonly name: string; readonly meaning: Meaning }[] };
}

/** Strips, and beneath them how one quantity of theirs went. */
export interface HistoryFrame {
  readonly lanes: readonly StripLane[];
  readonly name: string;
  /** What it is now. */
  readonly figure: string;
  readonly x: Axis;
  readonly y: Axis;
  /** A value holds until the next point; points go from left to right. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** What happened, at values of x that rise. */
  readonly marks: readonly { readonly x: number; readonly label: string; readonly now: boolean }[];
}

/** A block in a list, keyed `LIST/…`; marks of one list come in its order, from the head. */
export interface LinkMark extends Mark {
  readonly list: string;
  /** Written in its box, and beneath it. */
  readonly label: string;
  readonly note: string;
  readonly title: string;
  readonly meaning: Meaning;
  readonly now: boolean;
}

/** One list, drawn as a row of boxes. */
export interface ListRow {
  readonly key: string;
  readonly name: string;
  /** How full it is, in words. */
  readonly note: string;
  /** Whether its boxes have notes beneath. */
  readonly noted: boolean;
  /** From which end the next one is taken; undefined where there are no ends. */
  readonly takes?: 'head' | 'tail' | undefined;
}

/** A heap above, and beneath it the lists in which its free blocks wait. */
export interface BinsFrame {
  readonly lanes: readonly StripLane[];
  readonly lists: readonly ListRow[];
  readonly ends: { readonly head: string; readonly tail: string; readonly next: string; readonly empty: string };
}

/** One line of a chart, an area under one, or points alone. A value holds until the next point, unless the line is `smooth`; points go from left to right. */
export interface SeriesMark extends Mark {
  /** Stands at the end of the line. */
  readonly name: string;
  /** `thin` a line of less weight, `dotted` one beside it, `ghost` one that is only compared with, `bound` one not to be crossed, `area` filled to the axis, `dots` points and no line. */
  readonly shape: 'area' | 'line' | 'thin' | 'dotted' | 'ghost' | 'bound' | 'dots';
  readonly points: readonly (readonly [x: number, y: number])[];
  /** A value does not hold until the next point, but goes there in a straight line. */
  readonly smooth?: boolean;
  readonly peak?: { readonly x: number; readonly y: number; readonly label: string };
  readonly now: boolean;
}
/** From 0 to `most`. A tick's label is its value over `scale`, with the unit. */
export interface Axis { readonly name: string; readonly most: number; readonly scale: number; readonly unit: string }
export interface ChartFrame {
  readonly x: Axis;
  readonly y: Axis;
  /** Where the cursor stands, as a value of x; none without. */
  readonly cursor?: number;
  /** A value of x that has a name. */
  readonly landmark?: { readonly x: number; readonly label: string };
  /** The values of x a pointer may put it on, rising, and where each leads. */
  readonly stops: readonly { readonly x: number; readonly at: Position }[];
  /** When something went on, as stretches of x, drawn along the foot of the plot. */
  readonly bands?: { readonly name: string; readonly of: readonly { readonly from: number; readonly to: number }[] };
  /** What the drawing comes to: a line each, beneath it. */
  readonly notes?: readonly string[];
  /** What it does not tell: a line each, beneath those, quieter. */
  readonly caveats?: readonly string[];
  /** Where controls of the demo may be dragged. */
  readonly grips?: readonly ChartGrip[];
}

/** Every view of the book and the scene it draws. */
export interface Scenes {
  readonly bars: Scene<BarMark, BarsFrame>;
  readonly ruler: Scene<MappingMark, RulerFrame>;
  readonly pages: Scene<PageMark, GridFrame>;
  readonly rows: Scene<RowMark>;
  readonly chart: Scene<SeriesMark, ChartFrame>;
  readonly graph: Scene<GraphNode | GraphEdge, GraphFrame>;
  readonly levels: Scene<LevelCell, LevelsFrame>;
  readonly strips: Scene<StripMark, StripsFrame>;
  readonly history: Scene<StripMark, HistoryFrame>;
  readonly bins: Scene<StripMark | LinkMark, BinsFrame>;
  readonly tags: Scene<WordMark, WordsFrame>;
  readonly icicle: Scene<IcicleMark, IcicleFrame>;
  readonly pinball: Scene<PegMark | ReleaseMark, PinballFrame>;
  readonly lanes: Scene<LaneMark, LanesFrame>;
  readonly stacks: Scene<FrameMark, StacksFrame>;
}
export type ViewName = keyof Scenes;
