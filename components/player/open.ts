import type { Input } from '../../src/demos/demo.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import type { PlayerProps } from './Player.tsx';
import { Session } from './session.ts';
import { loadList } from './list.ts';
import { loadView } from './view.ts';

/** Everything a player needs, loaded side by side: for the still at build, and again in the browser. */
export async function openPlayer(id: string, locale: Locale, preset?: string, input?: Input): Promise<PlayerProps> {
  const { loadDemo } = await loadList();
  const demo = await loadDemo(id);
  const [speaker, view, words, moves] = await Promise.all([demo.speak(locale), loadView(demo.view), loadPlayerWords[locale](), demo.moves && import('./Moves.tsx')]);
  return { id, locale, session: new Session(demo, speaker, input ?? demo.input(preset)), words: words.default, view, moves: moves?.Moves };
}
