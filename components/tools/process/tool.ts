import { h, render } from 'preact';
import { longestText } from '../../../src/engine/memory/read.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { atDesk } from '../at-desk.ts';
import { part, type Tool } from '../paste.ts';
import { Desk } from './desk.ts';
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
  dress();
  const desk = new Desk();
  const { box, tool, onCancel } = atDesk({ root, desk, words, locale, longest: longestText });
  render(h(Outcome, { desk, words, player, locale, onCancel, onLine: (line: number) => box.select(line) }), part(root, 'outcome'));
  return tool;
}
