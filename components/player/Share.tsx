import { useState } from 'preact/hooks';
import { longestSharedProgram, writeLink } from '../../src/demos/link.ts';
import { untranslated } from '../untranslated.ts';
import { copy as copyText } from './copy.ts';
import type { PartProps } from './More.tsx';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

/** Copies a link to this figure as it stands. The reader's own program goes along because the reader asks. */
export function Share({ id, session, words }: PartProps) {
  const [note, setNote] = useState('');
  const [blocked, setBlocked] = useState(false);
  const copy = async (): Promise<void> => {
    const tooLong = (session.input.value.program?.length ?? 0) > longestSharedProgram;
    if (tooLong) return setNote(words.tooLong);
    const copied = await copyText(linkTo(id, session));
    setNote(copied ? words.shared : words.shareBlocked);
    setBlocked(!copied);
  };
  return (
    <p>
      <button type="button" data-act="share" onClick={() => void copy()}>{words.share}</button>
      <span role="status"><Said text={note} /></span> {blocked && <Link id={id} session={session} />}
    </p>
  );
}

/** The link to copy by hand; it follows the figure. */
function Link({ id, session }: Pick<PartProps, 'id' | 'session'>) {
  void session.at.value;
  const url = linkTo(id, session);
  return <a class="link" {...untranslated} href={url}>{url}</a>;
}

const linkTo = (id: string, session: Session): string => {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?${queryOf(id, session)}#${id}`;
};

/** What of a link says how the figure stands. */
export const queryOf = (id: string, session: Session): string => writeLink(id, session.demo, session.input.value, session.position).toString();
