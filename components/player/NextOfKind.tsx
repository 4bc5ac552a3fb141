import { useState } from 'preact/hooks';
import type { PartProps } from './More.tsx';
import { Said } from './Said.tsx';

/** Steps to the next event of the kind the reader names. */
export function NextOfKind({ session, words }: PartProps) {
  const kinds = Object.entries(session.speaker.kinds);
  const [kind, setKind] = useState(kinds[0]?.[0] ?? '');
  const [note, setNote] = useState('');
  const name = session.speaker.kinds[kind] ?? kind;
  return (
    <p>
      <label>{words.next} <select data-act="kind" value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        {kinds.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select></label>
      <button type="button" data-act="next" onClick={() => setNote(session.next(kind) || session.trouble.value ? '' : words.noMore(name))}><Said text={words.nextOf(name)} /></button>
      <span role="status"><Said text={note} /></span>
    </p>
  );
}
