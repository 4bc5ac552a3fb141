import { useState } from 'preact/hooks';
import type { GraphNode } from '../../src/demos/scene-graph.ts';

/** A point of the drawing. */
export interface Point { readonly x: number; readonly y: number }

/** What a finger, mouse or key does to a drawing. */
export interface Touch {
  /** The node chosen first: the next one touched is where its pointer leads. */
  readonly chosen: string | undefined;
  /** Where a pointer being drawn begins, and its end so far. */
  readonly from: string | undefined;
  readonly reach: Point | undefined;
  readonly down: (node: GraphNode) => void;
  readonly move: (event: PointerEvent) => void;
  readonly up: (event: PointerEvent) => void;
  readonly cancel: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** Two nodes touched, or one dragged to another, are a pointer; one touched twice is a line of its own. */
export function useTouch(nodes: ReadonlyMap<string, GraphNode>, onDraw: (line: string) => void): Touch {
  const [chosen, choose] = useState<string>();
  const [from, setFrom] = useState<string>();
  const [reach, setReach] = useState<Point>();
  const draw = (line: string): void => {
    choose(undefined);
    onDraw(line);
  };
  const tap = ({ key, touch }: GraphNode): void => {
    const first = chosen === undefined ? undefined : nodes.get(chosen)?.touch;
    if (!first) choose(key);
    else draw(chosen === key ? touch!.again : `${first.link}${key}`);
  };
  const cancel = (): void => {
    setFrom(undefined);
    setReach(undefined);
  };
  return {
    chosen, from, reach, cancel,
    down: ({ key }) => setFrom(key),
    move: (event) => { if (from !== undefined) setReach(pointOf(event)); },
    up: (event) => {
      const [start, end] = [from === undefined ? undefined : nodes.get(from), nodeAt(event, nodes)];
      cancel();
      if (!start || !end) return;
      if (start.key === end.key) tap(start);
      else draw(`${start.touch!.link}${end.key}`);
    },
    key: (event) => onKey(event, nodes, { tap, draw, leave: () => choose(undefined) }),
  };
}

/** The node under a finger, wherever the finger went down first. */
function nodeAt({ clientX, clientY }: PointerEvent, nodes: ReadonlyMap<string, GraphNode>): GraphNode | undefined {
  const key = document.elementFromPoint(clientX, clientY)?.closest('[data-touch]')?.getAttribute('data-key');
  return key === null || key === undefined ? undefined : nodes.get(key);
}

interface Acts { readonly tap: (node: GraphNode) => void; readonly draw: (line: string) => void; readonly leave: () => void }

/** Enter and space act on what has the focus, and not on the player around it. */
function onKey(event: KeyboardEvent, nodes: ReadonlyMap<string, GraphNode>, { tap, draw, leave }: Acts): void {
  if (event.key === 'Escape') return leave();
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const focused = (event.target as Element).closest<SVGElement>('[data-touch], [data-line]');
  if (!focused) return;
  event.preventDefault();
  event.stopPropagation();
  const { key, line } = focused.dataset;
  if (line !== undefined) draw(line);
  else tap(nodes.get(key!)!);
}

/** In the drawing's own units. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent): Point | undefined {
  const to = (currentTarget as SVGSVGElement).getScreenCTM()?.inverse();
  return to && new DOMPoint(clientX, clientY).matrixTransform(to);
}
