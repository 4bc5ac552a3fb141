import { effect, signal } from '@preact/signals';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { ChartFrame, SeriesMark } from '../../../src/demos/scene.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { canvas, type Canvas } from '../../player/reconcile.ts';
import type { Compared, RunColumn } from './compared.ts';
import type { Desk } from './desk.ts';
import { meaning, type Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import type { Order } from './RunTable.tsx';
import { chartScene } from './scene.ts';
import type { TraceWords } from './words.ts';

/** The allocators that are done, in the order of the choice. */
export function done(desk: Desk): readonly Compared[] {
  return desk.chosen.value.flatMap((machine) => {
    const standing = desk.standings.value.get(machine);
    return standing?.is === 'done' ? [{ machine, run: standing.run }] : [];
  });
}

/** How the reader looks at one trace: where the cursor stands, which allocator is followed, how the table is sorted. */
export class Look {
  readonly reading: Reading;
  /** Place among the marks; at first where most was asked for. */
  readonly cursor = signal(0);
  readonly now = signal<MachineName | undefined>(undefined);
  readonly quantity = signal<Quantity>('heap');
  readonly order = signal<Order>({ column: 'peak', descending: false });
  readonly drawing: Canvas<SeriesMark, ChartFrame>;
  readonly close: () => void;

  constructor(reading: Reading, desk: Desk, words: TraceWords, locale: Locale) {
    this.reading = reading;
    this.cursor.value = reading.marks.indexOf(reading.peakAt);
    const scene = (): ReturnType<typeof chartScene> => {
      const now = this.now.value;
      return chartScene(reading, done(desk), words, locale, { quantity: this.quantity.value, cursor: this.cursor.value, ...(now === undefined ? {} : { now }) });
    };
    this.drawing = canvas(scene());
    this.close = effect(() => { this.drawing.show(scene()); });
  }

  /** Best first; the same column again turns the order round. */
  sort(column: RunColumn): void {
    const { column: before, descending } = this.order.value;
    this.order.value = { column, descending: column === before ? !descending : column === 'utilisation' };
  }

  /** Follows one allocator, from where the quantity shown is at its most; once more, none. */
  follow({ machine, run }: Compared): void {
    if (this.now.value === machine) return void (this.now.value = undefined);
    this.now.value = machine;
    const { op } = meaning[this.quantity.value].most(run);
    const after = this.reading.marks.findIndex((mark) => mark >= op);
    this.cursor.value = after === -1 ? this.reading.marks.length - 1 : after;
  }
}
