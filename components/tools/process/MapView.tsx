import { useMemo } from 'preact/hooks';
import type { Meaning } from '../../../src/demos/scene.ts';
import { Legend } from '../../views/Legend.tsx';
import { Ruler } from '../../views/Ruler.tsx';
import { untranslated } from '../../untranslated.ts';
import { headline } from './headline.ts';
import { List } from './List.tsx';
import { MapLook } from './map-look.ts';
import type { ViewProps } from './Outcome.tsx';
import { Panel } from './Panel.tsx';
import { Totals } from './Totals.tsx';

/** What a map's legend explains. */
export const mapMeanings: readonly Meaning[] = ['reserved', 'mapped', 'file', 'kernel', 'resident'];

/** An explained map: in words, in sums, drawn, and mapping by mapping. */
export function MapView({ reading, explainer, words, player }: ViewProps<'map'>) {
  const look = useMemo(() => new MapLook(reading, words), [reading, words]);
  const { title, paragraphs } = headline(reading, words);
  return (
    <section class="result">
      <div class="headline">
        <h2>{title}</h2>
        {reading.program !== undefined && <p class="command"><code {...untranslated}>{reading.program}</code></p>}
        {paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </div>
      <Totals reading={reading} explainer={explainer} words={words} onKind={(kind) => look.list(kind)} />
      <h3 id="process-map">{words.map}</h3>
      <div class="map-and-panel">
        <div class="map">
          <div class="drawing" role="group" {...untranslated} tabIndex={0} aria-label={`${words.map}. ${words.mapKeys}`} onKeyDown={(event) => onKey(event, look)}>
            <Ruler drawing={look.drawing} title={title} describedBy="process-panel" onPick={({ op }) => look.go(op)} />
          </div>
          <Legend title={player.legend} meanings={mapMeanings} words={player.meanings} />
          <List look={look} explainer={explainer} words={words} />
        </div>
        <Panel look={look} words={words} />
      </div>
    </section>
  );
}

/** Keys of the drawing: what they do, by their names. Others go on to the page. */
function onKey(event: KeyboardEvent, look: MapLook): void {
  const at = look.at.value;
  const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: Infinity };
  if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(to, event.key)) return;
  event.preventDefault();
  look.go(to[event.key]!);
}
