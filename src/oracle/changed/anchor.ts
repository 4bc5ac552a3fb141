import { recorded } from './recorded.ts';
import { releaseOf } from '../processes.ts';

const [, ...compared] = recorded.startup.rows.map(({ go }) => releaseOf(go));

/** `1.26` → `go-1-26`: where the page tells of a release. */
export const anchorOf = (release: string): string => `go-${release.replaceAll('.', '-')}`;

/** The same for a release the page tells of, patch or not; undefined for others. */
export function knownAnchor(go: string): string | undefined {
  const release = releaseOf(`go${go}`);
  return compared.includes(release) ? anchorOf(release) : undefined;
}
