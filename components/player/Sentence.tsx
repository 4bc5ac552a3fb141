import { useRef } from 'preact/hooks';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

interface Props {
  readonly id: string;
  readonly session: Session;
  /** The longest sentence of the example the figure opens on. */
  readonly longest: string;
}

/**
 * What is happening, in one sentence: the figure's only live region. A new key makes the same words news again. Room is kept for the
 * longest: the buttons below stay where the thumb is.
 */
export function Sentence({ id, session, longest }: Props) {
  const { politeness, again } = session.hush;
  const text = session.sentence.value;
  const room = useRef(longest);
  if (text.length > room.current.length) room.current = text;
  return (
    <p class="sentence" data-room={room.current} id={`${id}-sentence`} aria-live={politeness}>
      <span key={again.value}><Said text={text} /></span>
    </p>
  );
}
