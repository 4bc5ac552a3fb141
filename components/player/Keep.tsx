import { useState } from 'preact/hooks';
import { keepWords } from '../../src/i18n/player/keep.ts';
import { embedPath, figurePath } from '../../src/i18n/paths.ts';
import { save } from '../save.ts';
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
  const [html, setHtml] = useState('');
  const svg = async (): Promise<void> => save(await drawingOf(props), 'image/svg+xml', `${id}.svg`);
  const png = async (): Promise<void> => {
    const picture = await asPng(await drawingOf(props));
    if (picture) save(picture, 'image/png', `${id}.png`);
    setNote(picture ? '' : words.noPng);
  };
  const embed = async (): Promise<void> => {
    const text = snippet(props);
    const copied = await copy(text);
    setNote(copied ? words.embedded : words.embedBlocked);
    setHtml(copied ? '' : await text);
  };
  // What does it is loaded now, and may not come.
  const trying = (act: () => Promise<void>) => (): void => { act().catch(() => setNote(props.words.unreachable)); };
  return (
    <p>
      <button type="button" data-act="svg" onClick={trying(svg)}>SVG</button>{' '}
      <button type="button" data-act="png" onClick={trying(png)}>PNG</button>{' '}
      <button type="button" data-act="json" onClick={() => save(dataOf(session), 'application/json', `${id}.json`)}>JSON</button>{' '}
      <button type="button" data-act="embed" onClick={trying(embed)}>{words.embed}</button>
      <span role="status"><Said text={note} /></span> {html && <code {...untranslated} class="snippet">{html}</code>}
    </p>
  );
}

const figureOf = (id: string): HTMLElement => document.querySelector(`demo-figure[data-demo="${id}"]`)!;

/** The figure as it stands, as SVG. What makes it is loaded now. */
async function drawingOf({ id, locale, session }: PartProps): Promise<string> {
  const { title, caption } = session.speaker;
  const { svgFile } = await import('../svg-file.ts');
  const figure = figureOf(id);
  const legends = [...figure.querySelectorAll('.strip-names .legend, .player > .legend')].filter((each) => each.checkVisibility());
  return svgFile(figure.querySelector<SVGSVGElement>('.drawing svg.view')!, {
    title, legends, sentence: session.sentence.value, more: [caption, keepWords[locale].licence], path: figurePath(locale, id), query: queryOf(id, session), licence: 'CC BY 4.0',
  });
}

/** What the figure was given, where it stands, and what it shows and answered. */
function dataOf({ run: { input, timeline }, sentence, drawing }: PartProps['session']): string {
  const { op } = timeline.position;
  const answers = timeline.program.slice(0, op).map((each, i) => ({ op: each, answer: timeline.answer(i) }));
  return JSON.stringify({ input, at: timeline.position, sentence: sentence.value, facts: drawing.facts.value, answers, picture: timeline.picture() }, undefined, 1);
}

/** HTML that frames the figure as it stands. */
async function snippet({ id, locale, session }: PartProps): Promise<string> {
  const { snippetOf } = await import('./embed.ts');
  return snippetOf({ src: `${window.location.origin}${embedPath(locale, id)}?${queryOf(id, session)}`, title: session.speaker.title, otherwise: Math.ceil(figureOf(id).getBoundingClientRect().height) });
}
