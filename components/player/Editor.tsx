import { useState } from 'preact/hooks';
import type { PartProps } from './More.tsx';
import { openOwnProgram } from './own-program.ts';

/** The reader's own program, or the example's until it is edited. */
export function Editor(props: PartProps) {
  const { session, words } = props;
  const input = session.input.value;
  const example = session.demo.programText(input.preset) ?? '';
  const text = session.draft.value ?? input.program ?? example;
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    if (running) return;
    setRunning(true);
    await openOwnProgram(props, { ...session.input.value, program: text });
    setRunning(false);
  };
  return (
    <div class="editor">
      <textarea data-act="text" rows={Math.min(16, text.split('\n').length + 1)} spellcheck={false} aria-label={words.program} value={text} onInput={(event) => { session.draft.value = event.currentTarget.value; }} />
      <p class="transport">
        <button type="button" data-act="run" onClick={() => void run()}>{words.run}</button>
        <button type="button" data-act="restore" onClick={() => { session.draft.value = undefined; session.open(session.demo.input(input.preset)); }}>{words.restore}</button>
        <span role="status">{running ? words.running : ''}</span>
      </p>
      {session.speaker.help && <p class="help">{session.speaker.help}</p>}
    </div>
  );
}
