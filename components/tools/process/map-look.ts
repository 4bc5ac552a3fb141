import { computed, effect, signal } from '@preact/signals';
import type { MappingMark, RulerFrame } from '../../../src/demos/scene.ts';
import type { What } from '../../../src/engine/memory/what.ts';
import { canvas, type Canvas } from '../../player/reconcile.ts';
import type { MapReading, Row } from './reading.ts';
import { rulerScene } from './ruler-scene.ts';
import type { ProcessWords } from './words.ts';

/** How the reader looks at one map: the mapping chosen, and the kind the list is narrowed to. */
export class MapLook {
  readonly reading: MapReading;
  readonly chosen = signal<Row | undefined>(undefined);
  readonly kind = signal<What | undefined>(undefined);
  readonly isListed = signal(false);
  /** Where the page of the list begins, from 0. */
  readonly from = signal(0);
  readonly drawing: Canvas<MappingMark, RulerFrame>;
  /** Which of the drawn mappings is the chosen one; -1 when it is none of them. */
  readonly at = computed(() => this.reading.rows.findIndex(({ index }) => index === this.chosen.value?.index));

  constructor(reading: MapReading, words: ProcessWords) {
    this.reading = reading;
    this.drawing = canvas(rulerScene(reading, undefined, words));
    effect(() => { this.drawing.show(rulerScene(reading, this.chosen.value, words)); });
  }

  /** Goes to a drawn mapping by its place among them; beyond the ends, to the end. */
  go(to: number): void {
    this.chosen.value = this.reading.rows[Math.min(Math.max(0, to), this.reading.rows.length - 1)];
  }

  /** Lists the mappings with some memory of a kind, or all. */
  list(kind: What | undefined): void {
    this.from.value = 0;
    this.kind.value = kind;
    this.isListed.value = true;
  }
}
