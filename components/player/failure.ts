import { isLocale } from '../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import { issuesUrl } from '../../src/i18n/project.ts';

/** Says beside a still that it will not move; the page lives on. */
export async function showFailure(figure: HTMLElement): Promise<void> {
  const locale = figure.dataset.locale;
  const { default: words } = await loadPlayerWords[isLocale(locale) ? locale : 'en']();
  const note = document.createElement('p');
  note.className = 'trouble';
  note.setAttribute('role', 'alert');
  const link = Object.assign(document.createElement('a'), { href: issuesUrl, textContent: words.report });
  note.append(`${words.failed} `, link);
  figure.append(note);
  figure.dataset.failed = '';
}
