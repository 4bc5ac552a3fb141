import { computed, effect } from '@preact/signals';
import { h, hydrate } from 'preact';
import { readLink } from '../../src/demos/link.ts';
import { localeOf } from '../../src/i18n/locales.ts';
import { follow } from './follow.ts';
import { openPlayer } from './open.ts';
import { Player, type PlayerProps } from './Player.tsx';
import { keepRoom } from './room.ts';
import type { Session } from './session.ts';

/** Brings one still to life: the same components over the same markup, then the link's state if it names this figure. */
export async function mount(figure: HTMLElement): Promise<void> {
  const { demo: id = '', locale, preset } = figure.dataset;
  const player = await openPlayer(id, localeOf(locale), preset);
  const longest = figure.querySelector<HTMLElement>('.sentence')?.dataset.room;
  hydrate(h(Player, { ...player, longest, alone: figure.dataset.alone !== undefined }), figure);
  await restoreLink(player);
  pauseUnseen(figure, player.session);
  keepRoom(figure.querySelector<HTMLElement>('.drawing')!, player.session);
  listen(figure, player.session);
  follow(figure, player.session);
  figure.dataset.live = '';
}

async function restoreLink(player: PlayerProps): Promise<void> {
  const { id, session, words } = player;
  const query = new URLSearchParams(window.location.search);
  if (query.get('demo') !== id) return;
  const { input, at, refused } = readLink(session.demo, query);
  const opened = input.program === undefined ? session.open(input, at) : await (await import('./own-program.ts')).openOwnProgram(player, input, at);
  if (opened && refused.length > 0) session.refuse(words.badLink(refused.join(', ')));
}

function pauseUnseen(figure: HTMLElement, session: Session): void {
  new IntersectionObserver((entries) => { if (!entries.at(-1)?.isIntersecting) session.pause(); }).observe(figure);
  document.addEventListener('visibilitychange', () => { if (document.hidden) session.pause(); });
}

/** Obeys `<Step>` and lights the words of the event now shown. */
function listen(figure: HTMLElement, session: Session): void {
  figure.addEventListener('goto', (event) => {
    const { kind, nth } = (event as CustomEvent<{ kind: string; nth: number }>).detail;
    session.goTo(kind, nth);
  });
  const kind = computed(() => {
    void session.shown.value;
    return session.eventKind;
  });
  effect(() => {
    const { op, moment } = session.shown.value;
    figure.dataset.at = `${op}.${moment}`;
  });
  effect(() => {
    for (const words of document.querySelectorAll<HTMLElement>(`a[data-step="${figure.dataset.demo}"]`)) {
      words.toggleAttribute('data-now', words.dataset.to === kind.value);
    }
  });
}
