/** What each line of a text is: several kinds may have been pasted after each other. */
import { isTerminal, type Line } from '../lines.ts';
import { readPmapHeader } from '../pmap-columns.ts';
import { looksLikePlainPmap } from '../pmap-plain.ts';
import { looksLikeMaps } from '../read-maps.ts';
import { readCommand } from '../read-pmap.ts';
import { isSmapsLine } from '../read-smaps.ts';
import { isCgroup } from './cgroup-lines.ts';
import { isFooter, isProfile } from './footer.ts';
import { beginsJson } from './json.ts';
import { isPrometheus, isSurelyPrometheus } from './prometheus.ts';
import { isOfStatus, isStatus } from './status.ts';

/** `process` is maps, smaps, smaps_rollup or pmap; `profile` tells nothing we need. */
export type Kind = 'process' | 'footer' | 'profile' | 'prometheus' | 'json' | 'cgroup' | 'status';

/** What stands before a line. */
export interface Before {
  readonly kind: Kind | undefined;
  /** JSON whose brackets are still open. */
  readonly isOpen: boolean;
  /** The file whose heading was read last: `memory.max`. */
  readonly file: string | undefined;
}

/** By far the most lines of smaps: `Rss:  4 kB`. */
const counter = /^[A-Z][A-Za-z_]{1,40}: {1,40}\d{1,20} kB$/;

/** The kind of a line; `none` for blanks, comments and prompts, undefined for a line of no kind we know. */
export function kindOf(line: Line, before: Before): Kind | 'none' | undefined {
  const { text } = line;
  if (isTerminal(text)) return 'none';
  if (before.kind === 'process' && counter.test(text)) return 'process';
  const sure = sureKind(line, before);
  if (sure !== undefined) return sure;
  if (before.isOpen || beginsJson(text)) return 'json';
  if (before.file !== undefined && /^\s*(?:max|\d+|\w+ \d+)\s*$/.test(text)) return 'cgroup';
  if (isPrometheus(text) && before.kind !== 'process') return 'prometheus';
  if (before.kind === 'process') return 'process';
  return text.trimStart().startsWith('#') ? 'none' : undefined;
}

/** The kind that a line shows by itself. */
function sureKind(line: Line, before: Before): Kind | undefined {
  const { text } = line;
  if (isFooter(text)) return 'footer';
  if (isProfile(text)) return 'profile';
  if (isSurelyPrometheus(text)) return 'prometheus';
  if (isCgroup(text)) return 'cgroup';
  if (isStatus(text) || (before.kind === 'status' && isOfStatus(text))) return 'status';
  return isOfProcess(line) ? 'process' : undefined;
}

function isOfProcess(line: Line): boolean {
  return looksLikeMaps(line.text) || isSmapsLine(line.text) || looksLikePlainPmap(line.text.trimStart())
    || readCommand(line) !== undefined || readPmapHeader(line) !== undefined;
}
