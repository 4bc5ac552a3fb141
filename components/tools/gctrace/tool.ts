import { h, render } from 'preact';
import { longestLog } from '../../../src/engine/go/gctrace/read.ts';
import { readGogc, readMemoryLimit } from '../../../src/engine/go/gctrace/settings.ts';
import type { Settings } from '../../../src/engine/go/gctrace/goal.ts';
import { localeOf } from '../../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../../src/i18n/player.ts';
import { atDesk } from '../at-desk.ts';
import { part, type Tool } from '../paste.ts';
import { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import { loadGctraceWords } from './words.ts';

/** Wakes the tool: words of the page's language, the box, the settings, and the outcome. */
export async function openTool(root: HTMLElement): Promise<Tool> {
  const locale = localeOf(root.dataset['locale']);
  const [{ default: words }, { default: player }] = await Promise.all([loadGctraceWords[locale](), loadPlayerWords[locale]()]);
  const desk = new Desk();
  part(root, 'settings').addEventListener('change', () => {
    const settings = settingsIn(root);
    if (settings) desk.set(settings);
  });
  const { box, tool, onCancel } = atDesk({ root, desk, words, locale, longest: longestLog });
  render(h(Outcome, { desk, words, player, onCancel, onLine: (line: number) => box.select(line) }), part(root, 'outcome'));
  return tool;
}

/** What is typed as GOGC and GOMEMLIMIT; undefined, and marked as wrong, where the runtime would not take it. */
function settingsIn(root: HTMLElement): Settings | undefined {
  const [gogc, limit] = [part<HTMLInputElement>(root, 'gogc'), part<HTMLInputElement>(root, 'memlimit')];
  const [gcPercent, memoryLimit] = [readGogc(gogc.value.trim() || '100'), readMemoryLimit(limit.value.trim() || 'off')];
  gogc.setAttribute('aria-invalid', String(gcPercent === undefined));
  limit.setAttribute('aria-invalid', String(memoryLimit === undefined));
  if (gcPercent === undefined || memoryLimit === undefined) return undefined;
  return { gcPercent, memoryLimit: memoryLimit === Infinity ? undefined : memoryLimit };
}
