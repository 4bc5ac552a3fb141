/** A place in Go's source, as the book writes it: `mpagealloc_64bit.go:sysInit`. */
export interface Place {
  readonly file: string;
  /** Function, type or constant; may be absent. */
  readonly name: string | undefined;
}

const firstThreePart = 21;

/** `1.27.4` stays; `1.27` becomes the recorded patch release of that line, or its first. */
function patchOf(release: string, recorded: string | undefined): string {
  if (release.split('.').length > 2) return release;
  if (recorded?.startsWith(`${release}.`)) return recorded;
  return Number(release.split('.')[1]) < firstThreePart ? release : `${release}.0`;
}

/** The git tag of a release: `1.27` gives `go1.27.0`, or the recorded patch; before 1.21 tags have two parts. */
export const tagOf = (release: string, recorded?: string): string => `go${patchOf(release, recorded)}`;

/** Reads `file.go:name`; a file without a directory is the runtime's. */
export function placeOf(text: string): Place {
  const [file = '', name] = text.split(':');
  if (/\.(go|s|c|h|md)$/.test(file)) return { file: file.includes('/') ? file : `runtime/${file}`, name };
  throw new Error(`<Source at="${text}">: expected a file of Go's source and perhaps a name in it, such as mpagealloc_64bit.go:sysInit`);
}

/** The file in Go's repository at that release. */
export const placeLink = (place: Place, tag: string): string => `https://github.com/golang/go/blob/${tag}/src/${place.file}`;
