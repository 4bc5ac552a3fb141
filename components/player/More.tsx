import { useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import type { Locale } from '../../src/i18n/locales.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

export interface PartProps {
  readonly id: string;
  readonly locale: Locale;
  readonly session: Session;
  readonly words: PlayerWords;
}
type Part = ComponentType<PartProps>;

/** What is rarely used: loaded when first unfolded. The state in words is always in the page. */
export function More(props: PartProps) {
  const { session, words } = props;
  return (
    <div class="more">
      <details class="state">
        <summary>{words.state}</summary>
        <Facts session={session} />
      </details>
      {session.speaker.guess && <Folded title={session.speaker.guess.title} act="guess" load={async () => (await import('./Guess.tsx')).Guess} part={props} />}
      {session.demo.editable && <Folded title={words.program} act="program" load={async () => (await import('./Editor.tsx')).Editor} part={props} />}
      <Folded title={words.more} act="more" load={async () => (await import('./Tools.tsx')).Tools} part={props} />
    </div>
  );
}

function Facts({ session }: Pick<PartProps, 'session'>) {
  return <dl>{session.drawing.facts.value.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd><Said text={value} /></dd></div>)}</dl>;
}

interface FoldedProps { readonly title: string; readonly act: string; readonly load: () => Promise<Part>; readonly part: PartProps }

function Folded({ title, act, load, part }: FoldedProps) {
  const [Loaded, setLoaded] = useState<Part>();
  const [lost, setLost] = useState(false);
  const open = (event: { currentTarget: HTMLDetailsElement }): void => {
    if (event.currentTarget.open && !Loaded) load().then((found) => setLoaded(() => found), () => setLost(true));
  };
  return (
    <details class="folded" data-part={act} onToggle={open}>
      <summary>{title}</summary>
      {Loaded && <Loaded {...part} />}
      {lost && !Loaded && <p class="trouble" role="alert">{part.words.unreachable}</p>}
    </details>
  );
}
