import { useState } from 'preact/hooks';
import { keepWords } from '../../src/i18n/player/keep.ts';
import { embedPath } from '../../src/i18n/paths.ts';
import { save } from '../save.ts';
import { svgFile } from '../svg-file.ts';
import { untranslated } from '../untranslated.ts';
import { copy } from './copy.ts';
import type { PartProps } from './More.tsx';
import { asPng } from './png.ts';
import { Said } from './Said.tsx';
import { queryOf } from './Share.tsx';

/** Takes the figure along as it stands: drawing, data, or a frame for a page of the reader's own. */
export function Keep(props: PartProps) {
  const { id, session } = props;
  const words = keepWords[props.locale];
  const [note, setNote] = useState('');
  const [snippet, setSnippet] = useState('');
  const drawing = (): string => svgFile(drawingOf(id));
  const png = async (): Promise<void> => {
    const picture = await asPng(drawing());
    if (picture) save(picture, 'image/png', `${id}.png`);
    setNote(picture ? '' : words.noPng);
  };
  const embed = async (): Promise<void> => {
    const text = snippetOf(props);
    const copied = await copy(text);
    setNote(copied ? words.embedded : words.embedBlocked);
    setSnippet(copied ? '' : text);
  };
  return (
    <p>
      <button type="button" data-act="svg" onClick={() => save(drawing(), 'image/svg+xml', `${id}.svg`)}>SVG</button>{' '}
      <button type="button" data-act="png" onClick={() => void png()}>PNG</button>{' '}
      <button type="button" data-act="json" onClick={() => save(dataOf(session), 'application/json', `${id}.json`)}>JSON</button>{' '}
      <button type="button" data-act="embed" onClick={() => void embed()}>{words.embed}</button>
      <span role="status"><Said text={note} /></span> {snippet && <code {...untranslated} class="snippet">{snippet}</code>}
    </p>
  );
}

const drawingOf = (id: string): SVGSVGElement => document.querySelector(`demo-figure[data-demo="${id}"] .drawing svg.view`)!;

/** What the figure was given, where it stands, and what it shows and answered. */
function dataOf({ run: { input, timeline }, sentence, drawing }: PartProps['session']): string {
  const { op } = timeline.position;
  const answers = timeline.program.slice(0, op).map((each, i) => ({ op: each, answer: timeline.answer(i) }));
  return JSON.stringify({ input, at: timeline.position, sentence: sentence.value, facts: drawing.facts.value, answers, picture: timeline.picture() }, undefined, 1);
}

/** A frame as high as the figure is here; a script of the reader's own may make it fit. */
function snippetOf({ id, locale, session }: PartProps): string {
  const { height } = document.querySelector(`demo-figure[data-demo="${id}"]`)!.getBoundingClientRect();
  const src = `${window.location.origin}${embedPath(locale, id)}?${queryOf(id, session)}`;
  const title = session.speaker.title.replaceAll('"', '&quot;');
  return `<iframe src="${src.replaceAll('&', '&amp;')}" title="${title}" loading="lazy" style="width:100%;height:${Math.ceil(height) + 160}px;border:0"></iframe>`;
}
