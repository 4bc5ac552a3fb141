import { effect } from '@preact/signals';
import { h, render } from 'preact';
import { longestText } from '../../../src/engine/memory/read.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { Box } from '../box.ts';
import { part, pasting, type Read, type Tool } from '../paste.ts';
import { Desk, type State } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import style from './service/service.css?inline';
import { loadProcessWords } from './words.ts';

/** Styles of what only the woken tool shows: they come with it, not with the page. */
function dress(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

/** Wakes the tool: words of the page's language, the box, and the outcome. */
export async function openTool(root: HTMLElement): Promise<Tool> {
  const locale = localeOf(root.dataset['locale']);
  const [{ default: words }, { default: player }] = await Promise.all([loadProcessWords[locale](), loadPlayerWords[locale]()]);
  const [area, outcome] = [part<HTMLTextAreaElement>(root, 'text'), part(root, 'outcome')];
  dress();
  const box = new Box(area, part(root, 'shown'), words.shown);
  const desk = new Desk();
  effect(() => { root.toggleAttribute('data-busy', desk.state.value.is === 'working'); });
  /** The button pressed goes away, so the focus returns to the text. */
  const onCancel = (): void => {
    desk.cancel();
    area.focus();
  };
  render(h(Outcome, { desk, words, player, locale, onCancel, onLine: (line: number) => box.select(line) }), outcome);
  return pasting({
    root, box, words, locale, longest: longestText,
    read: async (text) => readOf(await desk.read(text)),
    refuse: (why) => desk.refuse(why),
  });
}

function readOf(state: State | undefined): Read {
  if (state?.is === 'damaged') return { is: 'damaged', line: state.damage.line };
  return state && { is: state.is === 'read' ? 'shown' : 'other' };
}
