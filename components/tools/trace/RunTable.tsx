import type { Locale } from '../../../src/i18n/locales.ts';
import { runCells, runColumns, type Compared, type RunColumn } from './compared.ts';
import type { ComparedWords } from './words.ts';

export interface Order { readonly column: RunColumn; readonly descending: boolean }

interface Props {
  readonly runs: readonly Compared[];
  readonly words: ComparedWords;
  readonly locale: Locale;
  /** How the rows are sorted, where the reader may sort them. */
  readonly order?: Order;
  readonly onSort?: (column: RunColumn) => void;
  readonly onName?: (run: Compared) => void;
  readonly now?: Compared['machine'] | undefined;
}

/** The whole run of each allocator, a row each. */
export function RunTable({ runs, words, locale, order, onSort, onName, now }: Props) {
  return (
    <div class="table" role="region" tabIndex={0} aria-label={words.table}>
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">{words.allocator}</th>
            {runColumns.map((column) => (
              <th key={column} scope="col" title={words.means[column]} aria-sort={order?.column === column ? (order.descending ? 'descending' : 'ascending') : undefined}>
                {onSort ? <button type="button" class="quiet" onClick={() => onSort(column)}>{words.columns[column]}</button> : words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{runs.map((run) => <Row key={run.machine} run={run} words={words} locale={locale} onName={onName} isNow={run.machine === now} />)}</tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'words' | 'locale'> { readonly run: Compared; readonly onName: Props['onName']; readonly isNow: boolean }

function Row({ run, words, locale, onName, isNow }: RowProps) {
  const cells = runCells(run, locale);
  const name = words.machines[run.machine];
  return (
    <tr data-machine={run.machine} class={isNow ? 'now' : undefined}>
      <th scope="row">{onName ? <button type="button" class="quiet" aria-pressed={isNow} onClick={() => onName(run)}>{name}</button> : name}</th>
      {runColumns.map((column) => <td key={column}>{cells[column].text}</td>)}
    </tr>
  );
}
