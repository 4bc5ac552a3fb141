import { computed, effect, signal } from '@preact/signals';
import type { MappingMark, RulerFrame, Scenes } from '../../../src/demos/scene.ts';
import type { What } from '../../../src/engine/memory/what.ts';
import { canvas, type Canvas } from '../../player/reconcile.ts';
import type { MapReading, Row } from './reading.ts';
import { rulerScene } from './ruler-scene.ts';
import type { ProcessWords } from './words.ts';

/** Bars drawn at once: all of them would stop a slow page. */
const portion = 30;

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

  readonly #drawn = signal(portion);

  constructor(reading: MapReading, words: ProcessWords) {
    this.reading = reading;
    const scene = (): Scenes['ruler'] => rulerScene({ ...reading, rows: reading.rows.slice(0, this.#drawn.value) }, this.chosen.value, words);
    this.drawing = canvas(scene());
    effect(() => { this.drawing.show(scene()); });
    this.#drawMore();
  }

  /** Draws the next portion in a task of its own. */
  #drawMore(): void {
    if (this.#drawn.peek() >= this.reading.rows.length) return;
    setTimeout(() => {
      this.#drawn.value += portion;
      this.#drawMore();
    });
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
