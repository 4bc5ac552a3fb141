import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Fact, Mark, Scene } from '../../src/demos/scene.ts';

/** A picture on the page: one signal a mark, so that a step touches only what it changed. */
export interface Drawing<M extends Mark = Mark, Frame = unknown> {
  readonly keys: ReadonlySignal<readonly string[]>;
  readonly frame: ReadonlySignal<Frame>;
  readonly facts: ReadonlySignal<readonly Fact[]>;
  mark(key: string): ReadonlySignal<M>;
}

/** The one place where pictures turn into drawing: {@link Canvas.show} compares by key and sets what differs. */
export interface Canvas<M extends Mark, Frame> extends Drawing<M, Frame> {
  show(scene: Scene<M, Frame>): void;
}

export function canvas<M extends Mark, Frame>(first: Scene<M, Frame>): Canvas<M, Frame> {
  const keys = signal<readonly string[]>([]);
  const frame = signal(first.frame);
  const facts = signal(first.facts);
  const marks = new Map<string, Signal<M>>();

  const place = (mark: M): void => {
    const known = marks.get(mark.key);
    if (!known) marks.set(mark.key, signal(mark));
    else if (!sameFields(known.peek(), mark)) known.value = mark;
  };
  const show = (scene: Scene<M, Frame>): void => batch(() => {
    for (const mark of scene.marks) place(mark);
    const next = scene.marks.map(({ key }) => key);
    if (!sameList(keys.peek(), next)) {
      keys.value = next;
      forget(marks, new Set(next));
    }
    if (!same(frame.peek(), scene.frame)) frame.value = scene.frame;
    if (!same(facts.peek(), scene.facts)) facts.value = scene.facts;
  });
  show(first);
  return { keys, frame, facts, show, mark: (key) => marks.get(key)! };
}

function forget(marks: Map<string, unknown>, kept: ReadonlySet<string>): void {
  for (const key of marks.keys()) if (!kept.has(key)) marks.delete(key);
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

function sameFields(a: object, b: object): boolean {
  const entries = Object.entries(a);
  return entries.length === Object.keys(b).length && entries.every(([name, value]) => same(value, (b as Record<string, unknown>)[name]));
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && sameFields(a, b));
