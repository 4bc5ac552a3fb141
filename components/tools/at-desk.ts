import { effect } from '@preact/signals';
import type { Locale } from '../../src/i18n/locales.ts';
import { Box } from './box.ts';
import { part, pasting, type PasteWords, type Tool } from './paste.ts';
import type { AnyDesk } from './reading-desk.ts';

/** What every tool says of a text besides its reading. */
export interface DeskWords extends PasteWords {
  /** Which lines of a long text the box shows. */
  readonly shown: (from: string, to: string, all: string) => string;
  readonly cancel: string;
  readonly cancelled: string;
  /** Cancelled, and what was read before is shown again. */
  readonly kept: string;
  readonly failed: string;
}

interface AtDesk {
  readonly root: HTMLElement;
  readonly desk: AnyDesk;
  readonly words: DeskWords;
  readonly locale: Locale;
  /** Longest text, in bytes. */
  readonly longest: number;
}

/** Puts a desk behind the box of its page. */
export function atDesk({ root, desk, words, locale, longest }: AtDesk): { readonly box: Box; readonly tool: Tool; readonly onCancel: () => void } {
  const area = part<HTMLTextAreaElement>(root, 'text');
  const box = new Box(area, part(root, 'shown'), words.shown);
  effect(() => { root.toggleAttribute('data-busy', desk.state.value.is === 'reading'); });
  return {
    box,
    tool: pasting({ root, box, desk, words, locale, longest }),
    /** The button pressed goes away, so the focus returns to the text. */
    onCancel: () => {
      desk.cancel();
      area.focus();
    },
  };
}
