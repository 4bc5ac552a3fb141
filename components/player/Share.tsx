import { useState } from 'preact/hooks';
import { longestSharedProgram, writeLink } from '../../src/demos/link.ts';
import type { PartProps } from './More.tsx';
import type { Session } from './session.ts';

/** Copies a link to this figure as it stands. The reader's own program goes along because the reader asks. */
export function Share({ id, session, words }: PartProps) {
  const [note, setNote] = useState('');
  const [blocked, setBlocked] = useState(false);
  const copy = async (): Promise<void> => {
    const tooLong = (session.input.value.program?.length ?? 0) > longestSharedProgram;
    if (tooLong) return setNote(words.tooLong);
    const copied = await write(linkTo(id, session));
    setNote(copied ? words.shared : words.shareBlocked);
    setBlocked(!copied);
  };
  return (
    <p>
      <button type="button" data-act="share" onClick={() => void copy()}>{words.share}</button>
      <span role="status">{note}</span> {blocked && <Link id={id} session={session} />}
    </p>
  );
}

/** The link to copy by hand; it follows the figure. */
function Link({ id, session }: Pick<PartProps, 'id' | 'session'>) {
  void session.at.value;
  const url = linkTo(id, session);
  return <a class="link" href={url}>{url}</a>;
}

const linkTo = (id: string, session: Session): string => {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?${writeLink(id, session.demo, session.input.value, session.position).toString()}#${id}`;
};

/** Browsers refuse the clipboard without permission or outside https. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
