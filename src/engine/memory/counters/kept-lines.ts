import type { Line } from '../lines.ts';

/** Some lines of a text, each still at its own number. */
export class KeptLines {
  readonly #parts: string[] = [];
  #number = 1;

  keep({ number, text }: Line): void {
    this.#parts.push('\n'.repeat(number - this.#number), text);
    this.#number = number;
  }

  /** The lines that were not kept are empty, and none stand behind the last one that was. */
  get text(): string { return this.#parts.join(''); }
}
