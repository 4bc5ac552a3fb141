/** The main executable's segments, libraries and other files. */
import { baseName, isFile, isReady } from '../mapping.ts';
import type { Claims } from '../claims.ts';
import type { Mapping } from '../mapping.ts';
import type { What } from '../what.ts';

export function claimFiles(claims: Claims): void {
  const executable = findExecutable(claims.mappings);
  if (executable) claimExecutable(claims, executable);
  const executables = new Set(claims.mappings.filter((m) => isFile(m) && m.perms[2] === 'x').map(identity));
  for (const mapping of claims.mappings) {
    if (!isFile(mapping)) continue;
    if (isLibraryName(mapping.name)) claims.claim(mapping, 'library', 'certain', { rule: 'library', name: mapping.name });
    else if (executables.has(identity(mapping)) && mapping.perms[3] === 'p') claims.claim(mapping, 'library', 'likely', { rule: 'library', name: mapping.name });
    else claims.claim(mapping, 'file', 'certain', { rule: 'file', name: mapping.name });
  }
  claimLibraryTails(claims);
}

/** `libc.so.6`, `ld-2.17.so`, `libfoo.so (deleted)`. */
export function isLibraryName(name: string): boolean {
  return /\.so(?:\.|$)/.test(baseName(name));
}

/** Which file a mapping shows: pmap knows only base names, so the inode decides where it is known. */
function identity({ device, inode, name }: Mapping): string {
  return inode === '' ? name : `${device} ${inode} ${name}`;
}

/** The segments of the lowest file with code that is no library: the kernel places the executable below its libraries. */
function findExecutable(mappings: readonly Mapping[]): Mapping[] | undefined {
  const code = mappings.filter((m) => isFile(m) && m.perms === 'r-xp');
  const main = code.find((m) => !isLibraryName(m.name)) ?? code[0];
  return main && segmentsAround(mappings, main);
}

/** The mappings of one file next to its code, not interrupted by another file and in the order of the file. */
function segmentsAround(mappings: readonly Mapping[], code: Mapping): Mapping[] {
  const files = mappings.filter(isFile);
  const at = files.indexOf(code);
  const belongs = (m: Mapping | undefined): m is Mapping => m !== undefined && identity(m) === identity(code) && m.perms[3] === 'p';
  let [first, last] = [at, at];
  while (belongs(files[first - 1]) && files[first - 1]!.offset <= files[first]!.offset) first--;
  while (belongs(files[last + 1]) && files[last + 1]!.offset >= files[last]!.offset) last++;
  return files.slice(first, last + 1);
}

function claimExecutable(claims: Claims, segments: readonly Mapping[]): void {
  for (const segment of segments) {
    claims.claim(segment, segmentWhat(segment), 'certain', { rule: 'segment', name: segment.name, perms: segment.perms });
  }
  const last = segments.at(-1);
  const after = last && claims.mappings[claims.indexAt(last.end)];
  if (after && after.start === last.end && isReady(after)) {
    claims.claim(after, 'bss', 'certain', { rule: 'segment-tail', name: last.name, end: last.end.toString(16) });
  }
}

function segmentWhat({ perms }: Mapping): What {
  if (perms[2] === 'x') return 'text';
  if (perms[1] === 'w') return 'data';
  return perms[0] === 'r' ? 'rodata' : 'guard';
}

/** Anonymous memory right after a library's data segment is that library's .bss. */
function claimLibraryTails(claims: Claims): void {
  claims.mappings.forEach((mapping, at) => {
    const before = claims.mappings[at - 1];
    if (before?.end !== mapping.start || !isReady(mapping)) return;
    if (isFile(before) && isLibraryName(before.name) && before.perms[1] === 'w') {
      claims.claim(mapping, 'library', 'likely', { rule: 'library-tail', name: before.name });
    }
  });
}
