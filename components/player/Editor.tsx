import { useState } from 'preact/hooks';
import type { PartProps } from './More.tsx';
import { tryProgram } from './try-program.ts';

/** The reader's own program. It is tried in a Worker first; only what finishes there reaches the page. */
export function Editor({ id, session, words }: PartProps) {
  const input = session.input.value;
  const example = session.demo.programText(input.preset) ?? '';
  const [text, setText] = useState(input.program ?? example);
  const [note, setNote] = useState('');
  const run = async (): Promise<void> => {
    setNote(words.running);
    const asked = { ...session.input.value, program: text };
    const failed = await tryProgram(id, asked);
    setNote('');
    if (failed) session.trouble.value = session.speaker.error(failed) === undefined ? { sentence: undefined } : { sentence: session.speaker.error(failed), line: failed.line, column: failed.column };
    else session.open(asked);
  };
  return (
    <div class="editor">
      <textarea data-act="text" rows={Math.min(16, text.split('\n').length + 1)} spellcheck={false} aria-label={words.program} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="transport">
        <button type="button" data-act="run" onClick={() => void run()}>{words.run}</button>
        <button type="button" data-act="restore" onClick={() => { setText(example); session.open(session.demo.input(input.preset)); }}>{words.restore}</button>
        <span role="status">{note}</span>
      </p>
      {session.speaker.help && <p class="help">{session.speaker.help}</p>}
    </div>
  );
}
