import { useRef } from 'preact/hooks';
import type { NumberControl } from '../../src/demos/control.ts';
import type { ChartFrame } from '../../src/demos/scene.ts';
import type { ChartGrip } from '../../src/demos/scene-grips.ts';
import type { Dial } from '../player/view.ts';

/** A grip being dragged. Until it is let go the axes stand still, or it would slip from under the finger. */
interface Drag {
  readonly grip: ChartGrip;
  readonly dial: Dial;
  /** The plot on the window, and how far beside the grip's own place the pointer took hold, in the axes' values. */
  readonly plot: DOMRect;
  readonly beside: readonly [number, number];
  /** Above this it is off. */
  readonly ceiling: number;
  /** The frame of the window in which the latest value will be set. */
  frame: number;
}

export interface GripDrag {
  readonly down: (event: PointerEvent, grip: ChartGrip) => void;
  readonly move: (event: PointerEvent) => void;
  readonly end: () => void;
  readonly key: (event: KeyboardEvent, grip: ChartGrip) => void;
}

/** What pointers and keys do to the grips of a chart; `hold` is told the axis' end while one is dragged. */
export function useGrips({ x, y }: ChartFrame, dial: (name: string) => Dial, hold: (most: number | undefined) => void): GripDrag {
  const drag = useRef<Drag>();
  const end = (): void => {
    drag.current = undefined;
    hold(undefined);
  };
  const down = (event: PointerEvent, grip: ChartGrip): void => {
    const target = event.currentTarget as SVGElement;
    const plot = target.ownerSVGElement!.querySelector('.touch')!.getBoundingClientRect();
    const [atX, atY] = valuesAt(event, plot, x.most, y.most);
    const highest = Number.isFinite(grip.at[1]) ? grip.at[1] : y.most;
    drag.current = { grip, dial: dial(grip.control), plot, beside: [grip.at[0] - atX, highest - atY], ceiling: Math.max(y.most, highest), frame: 0 };
    // One that went down before the figure lived is captured by the figure, or lifted already: figure.ts.
    if (event.isTrusted) target.setPointerCapture(event.pointerId);
    target.focus({ preventScroll: true });
    hold(y.most);
  };
  const move = (event: PointerEvent): void => {
    const { current } = drag;
    if (!current) return;
    const value = draggedTo(current, valuesAt(event, current.plot, x.most, y.most));
    cancelAnimationFrame(current.frame);
    current.frame = requestAnimationFrame(() => turn(dial(current.grip.control), value));
  };
  const key = (event: KeyboardEvent, { control }: ChartGrip): void => {
    const value = event.key === 'Escape' ? drag.current?.dial.value : pressed(event, dial(control));
    if (value === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') end();
    turn(dial(control), value);
  };
  return { down, move, end, key };
}

const valuesAt = ({ clientX, clientY }: PointerEvent, { left, bottom, width, height }: DOMRect, mostX: number, mostY: number): readonly [number, number] =>
  [((clientX - left) / width) * mostX, ((bottom - clientY) / height) * mostY];

function draggedTo({ grip: { kind, from, per }, dial: { control }, beside, ceiling }: Drag, at: readonly [number, number]): number {
  const [x, y] = [at[0] + beside[0] - from[0], at[1] + beside[1]];
  if (control.off && y >= ceiling) return control.max;
  if (kind !== 'slope') return (y - from[1]) / per;
  return x > 0 ? (y - from[1]) / x / per : control.max;
}

/** The nearest value the control may have. */
const nearest = ({ min, max, step }: NumberControl, value: number): number => Math.min(Math.max(min + Math.round((value - min) / step) * step, min), max);

function turn({ control, value: before, set }: Dial, to: number): void {
  const value = nearest(control, to);
  if (value !== before) set(value);
}

/** Steps a key goes by, as any slider's. */
const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity };

function pressed({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, { control: { step, min, max }, value }: Dial): number | undefined {
  const by = steps[key];
  if (by === undefined || altKey || ctrlKey || metaKey) return undefined;
  return Number.isFinite(by) ? value + by * step : by > 0 ? max : min;
}
