import { effect } from '@preact/signals';
import { h, render } from 'preact';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import { longestTrace, textBefore } from '../../../src/engine/allocators/trace-text.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { Box } from '../box.ts';
import { part, pasting, type Read, type Tool } from '../paste.ts';
import { Desk, type State } from './desk.ts';
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
  const [area, outcome] = [part<HTMLTextAreaElement>(root, 'text'), part(root, 'outcome')];
  const box = new Box(area, part(root, 'shown'), words.shown);
  const desk = new Desk(chosenIn(root, words));
  part(root, 'machines').addEventListener('change', () => desk.choose(chosenIn(root, words)));
  effect(() => { root.toggleAttribute('data-busy', desk.state.value.is === 'reading'); });
  /** A button that goes away once pressed gives the focus back to the text. */
  const onCancel = (): void => {
    desk.cancel();
    area.focus();
  };
  const onBefore = (text: string, line: number): void => {
    void desk.read(textBefore(text, line));
    area.focus();
  };
  render(h(Outcome, { desk, words, player, locale, onCancel, onBefore }), outcome);
  return pasting({
    root, box, words, locale, longest: longestTrace,
    read: async (text) => readOf(await desk.read(text)),
    refuse: (why) => desk.refuse(why),
  });
}

function readOf(state: State | undefined): Read {
  if (state?.is === 'damaged') return { is: 'damaged', line: state.damage.line };
  return state && { is: state.is === 'read' ? 'shown' : 'other' };
}
