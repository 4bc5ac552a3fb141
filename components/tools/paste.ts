import type { Locale } from '../../src/i18n/locales.ts';
import { formatBytes } from '../../src/i18n/quantity.ts';
import type { Box } from './box.ts';
import type { AnyDesk } from './reading-desk.ts';

/** Milliseconds without a keystroke after which an edited text is read. */
const idle = 500;

/** What the reader can do with the text; each leads to an outcome below the box. */
export interface Tool {
  take(text: string): void;
  takeFile(file: File): Promise<void>;
  takeExample(address: string): Promise<void>;
  /** The box was typed in, or pasted into: reads it once the reader pauses. */
  edited(isTyped: boolean): void;
  /** Reads what is in the box now. */
  read(): void;
  /** The box was emptied. */
  cleared(): void;
}

/** Why a text is not even read. */
export interface PasteWords {
  readonly exampleFailed: string;
  readonly fileFailed: string;
  readonly fileTooLarge: (size: string, limit: string) => string;
  readonly fileBinary: string;
}

interface Pasting {
  readonly root: HTMLElement;
  readonly box: Box;
  readonly words: PasteWords;
  readonly locale: Locale;
  /** Longest text, in bytes. */
  readonly longest: number;
  readonly desk: Pick<AnyDesk, 'read' | 'refuse'>;
}

export const part = <E extends HTMLElement>(root: HTMLElement, name: string): E => root.querySelector<E>(`[data-part="${name}"]`)!;

/** Leads what is pasted, typed, dropped or chosen into the box, and from there to be read. */
export function pasting({ root, box, words, locale, longest, desk }: Pasting): Tool {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads the text. A reader who is typing is not led away from the place typed at. */
  const readBox = async (isTyped = false): Promise<void> => {
    clearTimeout(timer);
    const state = await desk.read(box.text);
    if (isTyped) return;
    if (state?.is === 'damaged') box.select(state.damage.line);
    if (state?.is === 'read') show(part(root, 'outcome'));
  };
  /** Reads in a task of its own, after the box has been laid out. */
  const take = (text: string): void => {
    box.take(text);
    setTimeout(() => { void readBox(); });
  };
  const takeBytes = async (bytes: Promise<Blob>, failed: string): Promise<void> => {
    const text = await bytes.then(textOf).catch(() => undefined);
    if (text === undefined) return desk.refuse(failed);
    if (text.includes('\0')) return desk.refuse(words.fileBinary);
    take(text);
  };
  return {
    take,
    takeFile: async (file) => {
      if (file.size > longest) return desk.refuse(words.fileTooLarge(formatBytes(file.size, locale), formatBytes(longest, locale)));
      return takeBytes(Promise.resolve(file), words.fileFailed);
    },
    takeExample: (address) => takeBytes(download(address), words.exampleFailed),
    edited: (isTyped) => {
      clearTimeout(timer);
      timer = setTimeout(() => { void readBox(isTyped); }, idle);
    },
    read: () => { void readBox(); },
    cleared: () => { if (box.text === '') take(''); },
  };
}

async function download(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.blob();
}

/** The text of a file, also of one compressed with gzip. */
async function textOf(blob: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  return isPacked ? new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text() : blob.text();
}

/** Brings what was found into view when none of it is. */
function show(outcome: HTMLElement): void {
  if (outcome.getBoundingClientRect().top > innerHeight * 0.8) outcome.scrollIntoView({ block: 'start' });
}
