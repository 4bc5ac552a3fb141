import type { Compared } from './compared.ts';
import { csv } from './csv.ts';
import type { Reading } from './reading.ts';
import { save } from '../../save.ts';
import { svgFile } from '../../svg-file.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly reading: Reading; readonly runs: readonly Compared[]; readonly words: TraceWords; readonly drawing: () => SVGSVGElement | undefined }

/** What the reader may take along: every moment as CSV, the chart as SVG. */
export function Takings({ reading, runs, words, drawing }: Props) {
  const saveChart = (): void => {
    const svg = drawing();
    if (svg) save(svgFile(svg), 'image/svg+xml', 'trace.svg');
  };
  return (
    <div class="takings">
      <button type="button" class="button" onClick={() => save(csv(reading, runs), 'text/csv', 'trace.csv')}>{words.csv}</button>
      <button type="button" class="button" onClick={saveChart}>{words.svg}</button>
    </div>
  );
}
