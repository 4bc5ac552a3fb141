import type { Locale } from '../../../src/i18n/locales.ts';
import { Said } from '../../player/Said.tsx';
import { momentCells, momentColumns, type Compared } from './compared.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly runs: readonly Compared[]; readonly mark: number; readonly title: string; readonly words: TraceWords; readonly locale: Locale }

/** Every value of every allocator at the cursor. */
export function MomentTable({ runs, mark, title, words, locale }: Props) {
  return (
    <div class="table" role="region" tabIndex={0} aria-label={title}>
      <table class="runs moment">
        <caption><Said text={title} /></caption>
        <thead><tr><th scope="col">{words.allocator}</th>{momentColumns.map((column) => <th key={column} scope="col">{words.momentColumns[column]}</th>)}</tr></thead>
        <tbody>
          {runs.map(({ machine, run }) => {
            const cells = momentCells(run.moments[mark]!, machine, locale);
            return <tr key={machine} data-machine={machine}><th scope="row">{words.machines[machine]}</th>{momentColumns.map((column) => <td key={column}><Said text={cells[column].text} /></td>)}</tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}
