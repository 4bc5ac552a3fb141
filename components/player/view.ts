import type { ComponentType } from 'preact';
import type { NumberControl } from '../../src/demos/control.ts';
import type { Mark, Scenes, ViewName } from '../../src/demos/scene.ts';
import type { Position } from '../../src/engine/timeline.ts';
import type { Drawing } from './reconcile.ts';

/** A number control that may be set in the drawing itself. */
export interface Dial { readonly control: NumberControl; readonly value: number; readonly set: (value: number) => void }

/** What every view is given: a picture as signals, and where to report a tap on a mark. */
export interface ViewProps<M extends Mark = Mark, Frame = unknown> {
  readonly drawing: Drawing<M, Frame>;
  readonly title: string;
  readonly describedBy: string;
  readonly onPick: (at: Position) => void;
  /** Given once the page lives, where a reader may draw: goes on with the program by a line. */
  readonly onDraw?: ((line: string) => void) | undefined;
  /** The number control of a name, where the figure has controls. */
  readonly dial?: ((name: string) => Dial) | undefined;
}
export type View = ComponentType<ViewProps>;

/** The props of the view that draws scene `Name`. */
export type PropsOf<Name extends ViewName> = ViewProps<Scenes[Name]['marks'][number], Scenes[Name]['frame']>;

/** Each view is a chunk of its own. A scene and its view share a name, so the cast is safe. */
const views: Record<ViewName, () => Promise<unknown>> = {
  bars: async () => (await import('../views/Bars.tsx')).Bars,
  ruler: async () => (await import('../views/Ruler.tsx')).Ruler,
  rows: async () => (await import('../views/Rows.tsx')).Rows,
  graph: async () => (await import('../views/Graph.tsx')).Graph,
  levels: async () => (await import('../views/Levels.tsx')).Levels,
  bins: async () => (await import('../views/Bins.tsx')).Bins,
  strips: async () => (await import('../views/Strips.tsx')).Strips,
  history: async () => (await import('../views/History.tsx')).History,
  chart: async () => (await import('../views/Chart.tsx')).Chart,
  tags: async () => (await import('../views/Tags.tsx')).Tags,
  icicle: async () => (await import('../views/Icicle.tsx')).Icicle,
  pinball: async () => (await import('../views/Pinball.tsx')).Pinball,
  pages: async () => (await import('../views/Pages.tsx')).Pages,
  lanes: async () => (await import('../views/Lanes.tsx')).Lanes,
  stacks: async () => (await import('../views/Stacks.tsx')).Stacks,
};

export const loadView = async (name: ViewName): Promise<View> => (await views[name]()) as View;
