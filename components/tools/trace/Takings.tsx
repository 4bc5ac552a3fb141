import type { Compared } from './compared.ts';
import { csv } from './csv.ts';
import type { Reading } from './reading.ts';
import { save } from '../../save.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { toolPath } from '../../../src/i18n/paths.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly reading: Reading; readonly runs: readonly Compared[]; readonly words: TraceWords; readonly title: string; readonly locale: Locale; readonly drawing: () => SVGSVGElement | undefined }

/** What the reader may take along: every moment as CSV, the chart as SVG. */
export function Takings({ reading, runs, words, title, locale, drawing }: Props) {
  const saveChart = async (): Promise<void> => {
    const svg = drawing();
    const { svgFile } = await import('../../svg-file.ts');
    if (svg) save(svgFile(svg, { title, legends: [], sentence: words.title(formatNumber(reading.operations)), more: [], path: toolPath(locale, 'trace') }), 'image/svg+xml', 'trace.svg');
  };
  return (
    <div class="takings">
      <button type="button" class="button" onClick={() => save(csv(reading, runs), 'text/csv', 'trace.csv')}>{words.csv}</button>
      <button type="button" class="button" onClick={() => void saveChart()}>{words.svg}</button>
    </div>
  );
}
