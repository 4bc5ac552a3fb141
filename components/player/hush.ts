import { batch, computed, signal } from '@preact/signals';

/** Milliseconds a sentence stands before another may follow it without hurry. */
const rest = 500;

/**
 * Keeps a screen reader from being flooded: while sentences hurry (a drag, a held key, fast play)
 * none is announced; once the figure rests, `again` counts up so that the last one is.
 */
export class Hush {
  readonly again = signal(0);
  readonly #hurried = signal(false);
  /** The `aria-live` of the sentence. */
  readonly politeness = computed(() => (this.#hurried.value ? 'off' : 'polite'));
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** A new sentence is shown. */
  sentence(): void {
    if (this.#resting !== undefined) this.#hurried.value = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#settle(), rest);
  }

  #settle(): void {
    this.#resting = undefined;
    if (!this.#hurried.value) return;
    batch(() => {
      this.#hurried.value = false;
      this.again.value += 1;
    });
  }
}
