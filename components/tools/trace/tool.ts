import { h, render } from 'preact';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import { longestTrace, textBefore } from '../../../src/engine/allocators/trace-text.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { atDesk } from '../at-desk.ts';
import { part, type Tool } from '../paste.ts';
import { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import { loadTraceWords, type TraceWords } from './words.ts';

/** The allocators ticked on the page, in its order. */
function chosenIn(root: HTMLElement, { machines }: TraceWords): readonly MachineName[] {
  const ticked = [...root.querySelectorAll<HTMLInputElement>('[data-part="machines"] input:checked')];
  return ticked.map(({ value }) => value).filter((name): name is MachineName => Object.hasOwn(machines, name));
}

/** Wakes the tool: words of the page's language, the box, the choice of allocators, and the outcome. */
export async function openTool(root: HTMLElement): Promise<Tool> {
  const locale = localeOf(root.dataset['locale']);
  const [{ default: words }, { default: player }] = await Promise.all([loadTraceWords[locale](), loadPlayerWords[locale]()]);
  const desk = new Desk(chosenIn(root, words));
  part(root, 'machines').addEventListener('change', () => desk.choose(chosenIn(root, words)));
  const { tool, onCancel } = atDesk({ root, desk, words, locale, longest: longestTrace });
  /** The button pressed goes away, so the focus returns to the text. */
  const onBefore = (text: string, line: number): void => {
    void desk.read(textBefore(text, line));
    part(root, 'text').focus();
  };
  render(h(Outcome, { desk, words, player, locale, onCancel, onBefore }), part(root, 'outcome'));
  return tool;
}
