/** Something an author should change, and where. Lines and columns count from 1. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  /** A warning does not fail `npm run check`; with `--release` it does. */
  readonly level: 'error' | 'warning';
}

/** As editors and terminals make it clickable: `content/en/x.mdx:12:5 …`. */
export const format = ({ path, line, column, message, level }: Finding): string =>
  `${path}:${line}:${column} ${level === 'warning' ? '(warning) ' : ''}${message}`;

export const byPlace = (a: Finding, b: Finding): number => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column;
