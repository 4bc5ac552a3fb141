import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../src/i18n/locales.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { Legend } from '../views/Legend.tsx';
import { untranslated } from '../untranslated.ts';
import { Controls } from './Controls.tsx';
import { onKey } from './keys.ts';
import { dialOf } from './options.ts';
import { goOn } from './go-on.ts';
import type { Moves } from './Moves.tsx';
import { More } from './More.tsx';
import { Sentence } from './Sentence.tsx';
import type { Session } from './session.ts';
import { Transport } from './Transport.tsx';
import { TroubleNote } from './TroubleNote.tsx';
import type { View } from './view.ts';

export interface PlayerProps {
  readonly id: string;
  readonly locale: Locale;
  readonly session: Session;
  readonly words: PlayerWords;
  readonly view: View;
  /** Loaded where a figure is played. */
  readonly moves: typeof Moves | undefined;
  /** The longest sentence of the example it opens on. */
  readonly longest?: string | undefined;
  /** Whether the page is the figure's own: its name is the page's, and what it is about is said first. */
  readonly alone?: boolean;
}

/** The one player of the book: drawing, present sentence, transport, controls; the rest folds away. */
export function Player({ id, locale, session, words, view: Drawn, moves: Played, longest = '', alone = false }: PlayerProps) {
  const { title, caption, handling } = session.speaker;
  const point = <>{caption}{handling !== undefined && <span class="live">{locale === 'zh' ? '' : ' '}{handling}</span>}</>;
  const { sketch } = session.demo;
  const [lives, setLives] = useState(false);
  useEffect(() => setLives(true), []);
  return (
    <figure class="player" aria-labelledby={`${id}-title`}>
      {alone
        ? <figcaption class="opening"><h1 id={`${id}-title`}>{title}</h1><p class="question">{point}</p></figcaption>
        : <p class="player-title" id={`${id}-title`}>{title}</p>}
      <div class="drawing" role="group" {...untranslated} tabIndex={0} aria-label={`${title}. ${words.keys}`} onKeyDown={(event) => onKey(event, session)}>
        <Drawn drawing={session.drawing} title={title} describedBy={`${id}-sentence`} onPick={(at) => session.seek(at)} dial={(name) => dialOf(session, name)}
          onDraw={lives && sketch ? (line) => { goOn(session, sketch, [line]); } : undefined} />
      </div>
      {Played && <Played session={session} words={words} />}
      {session.demo.legend.length > 0 && <Legend title={words.legend} meanings={session.demo.legend} words={words.meanings} />}
      <div class="console">
        <Sentence id={id} session={session} longest={longest} />
        <TroubleNote session={session} words={words} />
        <Transport session={session} words={words} />
      </div>
      <Controls id={id} session={session} words={words} />
      <More id={id} locale={locale} session={session} words={words} />
      {!alone && <figcaption>{point}</figcaption>}
    </figure>
  );
}
