import { useRef, useState } from 'preact/hooks';
import { toolPath } from '../../src/i18n/paths.ts';
import { untranslated } from '../untranslated.ts';
import type { PartProps } from './More.tsx';
import type { Progress } from './attempt.ts';
import { Said } from './Said.tsx';

/** A trial under way: how far it is, once that is known. */
interface Trial { readonly progress: Progress | undefined; readonly stop: () => void }

/** Brings the console into sight, unless its reader has gone on meanwhile to where no part of the editor is. */
function showWhatCame(editor: HTMLElement): void {
  const { top, bottom } = editor.getBoundingClientRect();
  if (bottom > 0 && top < window.innerHeight) editor.closest('.player')?.querySelector('.console')?.scrollIntoView({ block: 'nearest' });
}

/** The reader's own program, or the example's until it is edited. What came of it is said in the console, which is brought back into sight. */
export function Editor(props: PartProps) {
  const { session, words, locale } = props;
  const { help, helpTool } = session.speaker;
  const input = session.input.value;
  const example = session.demo.programText(input.preset) ?? '';
  const text = session.draft.value ?? input.program ?? example;
  const [trial, setTrial] = useState<Trial>();
  const root = useRef<HTMLDivElement>(null);
  const run = async (): Promise<void> => {
    if (trial) return;
    const stopper = new AbortController();
    const stop = (): void => stopper.abort();
    setTrial({ progress: undefined, stop });
    try {
      const { openOwnProgram } = await import('./own-program.ts');
      await openOwnProgram(props, { ...session.input.value, program: text }, undefined, { onProgress: (progress) => setTrial({ progress, stop }), stop: stopper.signal });
    } catch {
      session.refuse(words.unreachable);
    }
    setTrial(undefined);
    requestAnimationFrame(() => { if (root.current) showWhatCame(root.current); });
  };
  return (
    <div class="editor" ref={root}>
      <textarea data-act="text" rows={Math.min(16, text.split('\n').length + 1)} spellcheck={false} aria-label={words.program} value={text} onInput={(event) => { session.draft.value = event.currentTarget.value; }} />
      <p class="transport">
        <button type="button" data-act="run" onClick={() => void run()}>{words.run}</button>
        {trial?.progress && <button type="button" data-act="stop" onClick={trial.stop}>{words.halt}</button>}
        <button type="button" data-act="restore" onClick={() => { session.draft.value = undefined; session.open(session.demo.input(input.preset)); }}>{words.restore}</button>
        <Standing trial={trial} {...props} />
      </p>
      {help && <p class="help">{help}{helpTool && <>{locale === 'zh' ? '' : ' '}<a href={toolPath(locale, helpTool.slug)}>{helpTool.words}</a></>}</p>}
    </div>
  );
}

/** Said once, and shown as it goes on: who listens need not hear every number. */
function Standing({ trial, words }: Pick<PartProps, 'words'> & { readonly trial: Trial | undefined }) {
  return (
    <>
      <span role="status"><Said text={trial ? words.running : ''} /></span>
      {trial?.progress && <span class="figures" {...untranslated} data-role="progress">{words.done(trial.progress.done, trial.progress.all)}</span>}
    </>
  );
}
