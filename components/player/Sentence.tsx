import { Said } from './Said.tsx';
import type { Session } from './session.ts';

interface Props { readonly id: string; readonly session: Session }

/** What is happening, in one sentence: the figure's only live region. A new key makes the same words news again. */
export function Sentence({ id, session }: Props) {
  const { politeness, again } = session.hush;
  return (
    <p class="sentence" id={`${id}-sentence`} aria-live={politeness}>
      <span key={again.value}><Said text={session.sentence.value} /></span>
    </p>
  );
}
