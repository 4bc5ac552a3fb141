import { useState } from 'preact/hooks';
import { longestSharedProgram, writeLink } from '../../src/demos/link.ts';
import type { PartProps } from './More.tsx';
import type { Session } from './session.ts';

/** Copies a link to this figure as it stands. The reader's own program goes along because the reader asks. */
export function Share({ id, session, words }: PartProps) {
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const copy = async (): Promise<void> => {
    const tooLong = (session.input.value.program?.length ?? 0) > longestSharedProgram;
    if (tooLong) return setNote(words.tooLong);
    const url = linkTo(id, session);
    const copied = await write(url);
    setNote(copied ? words.shared : words.shareBlocked);
    setLink(copied ? '' : url);
  };
  return (
    <p>
      <button type="button" data-act="share" onClick={() => void copy()}>{words.share}</button>
      <span role="status">{note}</span> {link && <a href={link}>{link}</a>}
    </p>
  );
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
