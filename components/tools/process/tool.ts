import { effect } from '@preact/signals';
import { h, render } from 'preact';
import { longestText } from '../../../src/engine/memory/read.ts';
import { formatBytes } from '../../../src/i18n/quantity.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { Box } from './box.ts';
import { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import { loadProcessWords } from './words.ts';

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

const part = <E extends HTMLElement>(root: HTMLElement, name: string): E => root.querySelector<E>(`[data-part="${name}"]`)!;

/** Wakes the tool: words of the page's language, the box, and the outcome. */
export async function openTool(root: HTMLElement): Promise<Tool> {
  const locale = localeOf(root.dataset['locale']);
  const [{ default: words }, { default: player }] = await Promise.all([loadProcessWords[locale](), loadPlayerWords[locale]()]);
  const [area, outcome] = [part<HTMLTextAreaElement>(root, 'text'), part(root, 'outcome')];
  const box = new Box(area, part(root, 'shown'), words.shown);
  const desk = new Desk();
  effect(() => { root.toggleAttribute('data-busy', desk.state.value.is === 'working'); });
  /** The button pressed goes away, so the focus returns to the text. */
  const onCancel = (): void => {
    desk.cancel();
    area.focus();
  };
  render(h(Outcome, { desk, words, player, locale, onCancel }), outcome);

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads the text. A reader who is typing is not led away from the place typed at. */
  const read = async (isTyped = false): Promise<void> => {
    clearTimeout(timer);
    const state = await desk.read(box.text);
    if (isTyped || !state) return;
    if (state.is === 'damaged') box.select(state.damage.line);
    if (state.is === 'read') show(outcome);
  };
  /** Reads in a task of its own, after the box has been laid out. */
  const take = (text: string): void => {
    box.take(text);
    setTimeout(() => { void read(); });
  };
  return {
    take,
    takeFile: async (file) => {
      if (file.size > longestText) return desk.refuse(words.fileTooLarge(formatBytes(file.size, locale), formatBytes(longestText, locale)));
      const text = await file.text().catch(() => undefined);
      if (text === undefined) return desk.refuse(words.fileFailed);
      if (text.includes('\0')) return desk.refuse(words.fileBinary);
      take(text);
    },
    takeExample: async (address) => {
      const text = await fetch(address).then((response) => (response.ok ? response.text() : undefined)).catch(() => undefined);
      if (text === undefined) return desk.refuse(words.exampleFailed);
      take(text);
    },
    edited: (isTyped) => {
      clearTimeout(timer);
      timer = setTimeout(() => { void read(isTyped); }, idle);
    },
    read: () => { void read(); },
    cleared: () => { if (area.value === '') take(''); },
  };
}

/** Brings what was found into view when none of it is. */
function show(outcome: HTMLElement): void {
  if (outcome.getBoundingClientRect().top > innerHeight * 0.8) outcome.scrollIntoView({ block: 'start' });
}
