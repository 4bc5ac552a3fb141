/** What a thread is asked: texts of one kind. It keeps the number of the one it is at in `beat`. */
export interface Asked { readonly name: string; readonly seed: number; readonly count: number; readonly beat: Int32Array<SharedArrayBuffer> }

/** A text that did harm, by its number, as short as it could be made. */
export interface Failure { readonly index: number; readonly fault: string; readonly text: string }

/** The dearest of something, in milliseconds of processor. */
export interface Slowest { readonly ms: number; readonly index: number; readonly task: string; readonly length: number }

export interface Found {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
  readonly page: Slowest;
  readonly offPage: Slowest;
  readonly failures: readonly Failure[];
}
