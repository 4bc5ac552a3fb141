/** A browser that is driven from outside; each engine is driven by the W3C protocol it speaks by itself. */
export interface Browser {
  /** Name and version, as the browser says them. */
  readonly name: string;
  /** Goes to an address; resolves when the page is loaded. */
  open(url: string): Promise<void>;
  /** The JSON text to which a promise of the page comes; rejects as the promise does. */
  evaluate(expression: string): Promise<string>;
  /** Does what hands do: keys and pointer, in the words of https://www.w3.org/TR/webdriver2/#actions. */
  act(source: ActionSource): Promise<void>;
  close(): Promise<void>;
}

/** A keyboard or a mouse, and what it does, one after the other. */
export type ActionSource =
  | { readonly type: 'key'; readonly id: string; readonly actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[] }
  | { readonly type: 'pointer'; readonly id: string; readonly parameters: { readonly pointerType: 'mouse' }; readonly actions: readonly PointerAction[] };

type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly origin: 'viewport' }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 };

/** Longest that a browser may take for one command, in milliseconds: it only ends what hangs. */
export const longest = 60_000;
