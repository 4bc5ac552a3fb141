import { formatNumber } from '../../src/i18n/quantity.ts';

interface Line { readonly line: number; readonly column: number; readonly sentence: string }

interface Props {
  /** The first of them. */
  readonly lines: readonly Line[];
  readonly all: number;
  readonly words: { readonly skipped: (lines: string) => string; readonly more: (lines: string) => string };
  readonly atLine: (line: number, column: number) => string;
  readonly onLine: (line: number) => void;
}

/** As many are shown without being asked for. */
const fewLines = 3;

/** The lines that could not be read, each with its place; pressing one shows it in the box. */
export function Skipped({ lines, all, words, atLine, onLine }: Props) {
  if (all === 0) return null;
  return (
    <details class="skipped" open={all <= fewLines}>
      <summary>{words.skipped(formatNumber(all))}</summary>
      <ul>
        {lines.map(({ line, column, sentence }) => (
          <li key={`${line}:${column}`}><button type="button" class="quiet" onClick={() => onLine(line)}>{atLine(line, column)}</button>{sentence}</li>
        ))}
        {all > lines.length && <li>{words.more(formatNumber(all - lines.length))}</li>}
      </ul>
    </details>
  );
}
