import { readFileSync } from 'node:fs';

/** Something of others that a reader's machine receives with the book. `text`: its licence, as a path from the project's root. */
export interface Work { readonly name: string; readonly licence: string; readonly version?: string; readonly text: string; readonly home: string }

/** npm packages of which something is in the built book, and the file that holds their licence. */
const packages: Readonly<Record<string, string>> = {
  'preact': 'LICENSE',
  '@astrojs/preact': 'LICENSE',
  '@preact/signals': 'LICENSE',
  '@preact/signals-core': 'LICENSE',
  'd3-array': 'LICENSE',
  'd3-shape': 'LICENSE',
  'd3-path': 'LICENSE',
  'valibot': 'LICENSE.md',
  'pagefind': 'LICENSE/LICENSE',
  'katex': 'LICENSE',
  '@fontsource-variable/source-serif-4': 'LICENSE',
  '@radix-ui/colors': 'LICENSE',
};

/** The real Go runtime, and the programs whose malloc calls were recorded. */
const others: readonly Work[] = [
  { name: 'Go', licence: 'BSD-3-Clause', text: 'oracle/go-runtime.LICENSE', home: 'https://go.dev/' },
];

/** A package's own words about itself that we read. */
interface Manifest { readonly version: string; readonly license: string; readonly homepage?: string }

function packaged(name: string, file: string): Work {
  const folder = `node_modules/${name}`;
  const { version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
  return { name, version, licence: license, text: `${folder}/${file}`, home: homepage ?? `https://www.npmjs.com/package/${name}` };
}

/** Everything of others in the built book, by name. */
export const shipped = (): readonly Work[] =>
  [...Object.entries(packages).map(([name, file]) => packaged(name, file)), ...others].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** Whether the page of licences names an npm package. */
export const isNamed = (name: string): boolean => Object.hasOwn(packages, name);
