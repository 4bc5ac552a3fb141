import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ScriptTarget, transpileModule } from 'typescript';
import { root } from './paths.ts';

/** What a reader without a network does not miss: pages for contributors, figures for other people's pages, pictures of links, the book as files, and what search engines read. */
const leftOut = /^(?:[a-z]{2}\/(?:dev|embed)\/|pictures\/|editions\/|sitemap|robots\.txt|_headers|offline\.js|.*\.xml$)/;

const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Every file of an edition, by its path below the book's address, with a hash of its bytes. A page lies at its folder. */
export function filesOf(dir: string): Readonly<Record<string, string>> {
  const names = globSync('**/*', { cwd: dir }).map((name) => name.split(sep).join('/')).filter((name) => !leftOut.test(name) && statSync(join(dir, name)).isFile()).sort();
  return Object.fromEntries(names.map((name) => [name.replace(/(^|\/)index\.html$/, '$1'), hashOf(readFileSync(join(dir, name)))]));
}

/** The service worker of the edition that lies in `dir`, as JavaScript. */
export function serviceWorker(dir: string): string {
  const files = filesOf(dir);
  const { outputText } = transpileModule(readFileSync(join(root, 'src/offline/service-worker.ts'), 'utf8'), { compilerOptions: { target: ScriptTarget.ES2022 } });
  return `const files = ${JSON.stringify(files)};\nconst edition = '${hashOf(JSON.stringify(files))}';\n${outputText}`;
}
